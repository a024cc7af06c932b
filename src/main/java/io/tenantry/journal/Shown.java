package io.tenantry.journal;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.format.Json;
import io.tenantry.journal.Exchange.Sent;
import io.tenantry.store.Tenants;
import java.util.List;
import java.util.Map;

/** An exchange as it may be shown: read, and without the secrets in it. */
final class Shown {
    private static final int LONGEST_MESSAGE = 2000;

    /** Why a call failed, in the words of its answer. */
    record Failure(String code, String message) {}

    private final Exchange exchange;
    private final Tenants tenants;

    Shown(Exchange exchange, Tenants tenants) {
        this.exchange = exchange;
        this.tenants = tenants;
    }

    Exchange exchange() {
        return exchange;
    }

    Calling caller() {
        Sent sent = exchange.sent();
        return exchange.caller() == null
                ? Calling.of(
                        sent.headers(), sent.path(), sent.query(), sent.body().bytes(), tenants)
                : exchange.caller();
    }

    /** Null without one. */
    String query() {
        String query = exchange.sent().query();
        return query == null ? null : MaskedUrl.fields(query);
    }

    String url() {
        String query = query();
        return exchange.sent().base() + exchange.sent().path() + (query == null ? "" : "?" + query);
    }

    List<Map.Entry<String, String>> requestHeaders() {
        return MaskedHeaders.of(exchange.sent().headers());
    }

    JsonNode requestBody() {
        return MaskedBody.ofRequest(exchange.sent().body());
    }

    List<Map.Entry<String, String>> answerHeaders() {
        return MaskedHeaders.of(exchange.answered().headers());
    }

    JsonNode answerBody() {
        return MaskedBody.ofAnswer(
                exchange.answered().body(), exchange.answered().headers().get("Content-Type"));
    }

    double millis() {
        return Math.round(exchange.nanos() / 1e3) / 1e3;
    }

    /** Null for none. */
    Failure failure() {
        int status = exchange.answered().status();
        if (status == 0) {
            return new Failure("ConnectionClosed", "The connection was closed before the request was served.");
        }
        if (status < 400) {
            return null;
        }
        JsonNode body = exchange.answered().body().isEmpty()
                ? Json.object()
                : MaskedBody.ofAnswer(exchange.answered().body(), null);
        JsonNode error = body.path("error");
        String message =
                error.path("message").asText(body.path("error_description").asText(""));
        return new Failure(
                error.isTextual() ? error.asText() : error.path("code").asText(null),
                message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) : message);
    }
}
