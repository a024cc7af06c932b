package io.tenantry.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import java.util.List;
import java.util.Map;

/** An exchange in our own form: in a list, or whole. */
final class ExchangeJson {
    private ExchangeJson() {}

    static ObjectNode listed(Shown shown) {
        Exchange exchange = shown.exchange();
        Calling caller = shown.caller();
        ObjectNode json = Json.object()
                .put("id", exchange.id())
                .put("at", Json.instant(exchange.at()))
                .put("tenant", caller.tenant())
                .put("client", caller.client())
                .put("method", exchange.sent().method())
                .put("path", exchange.sent().path())
                .put("query", shown.query())
                .put("status", exchange.answered().status())
                .put("durationMs", shown.millis())
                .put("requestBytes", exchange.sent().bytes())
                .put("responseBytes", exchange.answered().bytes())
                .put("fault", exchange.fault());
        Shown.Failure failure = shown.failure();
        if (failure == null) {
            json.putNull("error");
        } else {
            json.putObject("error").put("code", failure.code()).put("message", failure.message());
        }
        return json;
    }

    static ObjectNode whole(Shown shown) {
        ObjectNode json = listed(shown).put("url", shown.url());
        json.set("requestHeaders", headers(shown.requestHeaders()));
        json.set("requestBody", shown.requestBody());
        json.set("responseHeaders", headers(shown.answerHeaders()));
        json.set("responseBody", shown.answerBody());
        boolean cut = shown.exchange().sent().body().isCut()
                || shown.exchange().answered().body().isCut();
        return json.put("cut", cut);
    }

    private static ObjectNode headers(List<Map.Entry<String, String>> headers) {
        ObjectNode json = Json.object();
        headers.forEach(header -> json.put(
                header.getKey(),
                json.has(header.getKey())
                        ? json.get(header.getKey()).asText() + ", " + header.getValue()
                        : header.getValue()));
        return json;
    }
}
