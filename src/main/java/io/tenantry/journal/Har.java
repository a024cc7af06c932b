package io.tenantry.journal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.tenantry.format.Json;
import io.tenantry.journal.Exchange.Answered;
import io.tenantry.journal.Exchange.Sent;
import java.util.List;
import java.util.Map;

/** Exchanges as HTTP Archive 1.2. Members of ours begin with {@code _}, as the format has it. */
final class Har {
    private Har() {}

    /** @param exchanges in the order in which they were answered */
    static ObjectNode of(List<Shown> exchanges) {
        ObjectNode log = Json.object().put("version", "1.2");
        log.putObject("creator").put("name", "Tenantry").put("version", version());
        ArrayNode entries = log.putArray("entries");
        exchanges.forEach(exchange -> entries.add(entry(exchange)));
        ObjectNode har = Json.object();
        har.set("log", log);
        return har;
    }

    private static String version() {
        String version = Har.class.getPackage().getImplementationVersion();
        return version == null ? "1" : version;
    }

    private static ObjectNode entry(Shown shown) {
        Exchange exchange = shown.exchange();
        ObjectNode entry = Json.object()
                .put("startedDateTime", Json.instant(exchange.at()))
                .put("time", shown.millis());
        entry.set("request", request(shown));
        entry.set("response", response(shown));
        entry.putObject("cache");
        entry.putObject("timings").put("send", 0).put("wait", shown.millis()).put("receive", 0);
        Calling caller = shown.caller();
        return entry.put("_id", exchange.id())
                .put("_tenant", caller.tenant())
                .put("_client", caller.client())
                .put("_fault", exchange.fault());
    }

    private static ObjectNode request(Shown shown) {
        Sent sent = shown.exchange().sent();
        ObjectNode request = Json.object()
                .put("method", sent.method())
                .put("url", shown.url())
                .put("httpVersion", sent.version());
        request.putArray("cookies");
        request.set("headers", headers(shown.requestHeaders()));
        ArrayNode query = request.putArray("queryString");
        Form.fields(shown.query())
                .forEach((name, value) -> query.addObject().put("name", name).put("value", value));
        if (!sent.body().isEmpty()) {
            String type = sent.headers().get("Content-Type");
            request.putObject("postData")
                    .put("mimeType", type == null ? "" : type)
                    .put("text", MaskedBody.written(shown.requestBody()));
        }
        return request.put("headersSize", -1).put("bodySize", sent.bytes());
    }

    private static ObjectNode response(Shown shown) {
        Answered answered = shown.exchange().answered();
        int status = answered.status();
        String type = answered.headers().get("Content-Type");
        String location = answered.headers().get("Location");
        ObjectNode response = Json.object()
                .put("status", status)
                .put(
                        "statusText",
                        status == 0 ? "" : HttpResponseStatus.valueOf(status).reasonPhrase())
                .put("httpVersion", shown.exchange().sent().version());
        response.putArray("cookies");
        response.set("headers", headers(shown.answerHeaders()));
        response.putObject("content")
                .put("size", answered.body().size())
                .put("mimeType", type == null ? "" : type)
                .put("text", MaskedBody.written(shown.answerBody()));
        return response.put("redirectURL", location == null ? "" : MaskedUrl.url(location))
                .put("headersSize", -1)
                .put("bodySize", answered.bytes());
    }

    private static ArrayNode headers(List<Map.Entry<String, String>> headers) {
        ArrayNode array = Json.array();
        headers.forEach(header -> array.addObject().put("name", header.getKey()).put("value", header.getValue()));
        return array;
    }
}
