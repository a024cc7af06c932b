package io.tenantry.journal;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.journal.Exchange.Answered;
import io.tenantry.journal.Exchange.Body;
import io.tenantry.journal.Exchange.Sent;
import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Adds the entries of an HTTP Archive to the journal, as if they had been served here. Nothing is added of one that cannot be read whole. */
@Singleton
public class HarImport {
    private static final Pattern URL = Pattern.compile("(https?://[^/?#\\s]+)([^?#\\s]*)(?:\\?([^#\\s]*))?(?:#.*)?");
    private static final Pattern METHOD = Pattern.compile("[A-Za-z-]{1,20}");

    private record Entry(Instant at, long nanos, Sent sent, Answered answered, boolean fault, Calling caller) {}

    private final Journal journal;

    HarImport(Journal journal) {
        this.journal = journal;
    }

    /**
     * Answers how many there were.
     *
     * @throws UnreadableHar naming the place
     */
    public int add(JsonNode har) {
        JsonNode entries = har.path("log").path("entries");
        if (!entries.isArray()) {
            throw new UnreadableHar("log.entries", "log.entries must be a list");
        }
        List<Entry> read = new ArrayList<>();
        for (JsonNode entry : entries) {
            read.add(entry(entry, "log.entries[" + read.size() + "]"));
        }
        read.forEach(each -> journal.add(each.at, each.nanos, each.sent, each.answered, each.fault, each.caller));
        return read.size();
    }

    private Entry entry(JsonNode entry, String place) {
        JsonNode request = entry.path("request");
        String method = request.path("method").asText();
        if (!METHOD.matcher(method).matches()) {
            throw new UnreadableHar(place + ".request.method", "'" + method + "' is no method");
        }
        var url = URL.matcher(request.path("url").asText());
        if (!url.matches()) {
            throw new UnreadableHar(place + ".request.url", "the url of a request must be an absolute one");
        }
        MultiMap headers = headers(request.path("headers"), place + ".request.headers");
        Sent sent = new Sent(
                method,
                url.group(1),
                url.group(2).isEmpty() ? "/" : url.group(2),
                url.group(3),
                request.path("httpVersion").asText("HTTP/1.1"),
                headers,
                body(request.path("postData")));
        return new Entry(
                at(entry.path("startedDateTime").asText(), place),
                Math.round(Math.max(0, entry.path("time").asDouble()) * 1e6),
                sent,
                answered(entry.path("response"), place + ".response"),
                entry.path("_fault").asBoolean(),
                entry.has("_tenant")
                        ? new Calling(
                                entry.get("_tenant").asText(null),
                                entry.path("_client").asText(null))
                        : null);
    }

    private Answered answered(JsonNode response, String place) {
        int status = response.path("status").asInt();
        if (status < 0 || status > 999) {
            throw new UnreadableHar(
                    place + ".status", "'" + response.path("status").asText() + "' is no status");
        }
        return new Answered(
                status, headers(response.path("headers"), place + ".headers"), body(response.path("content")));
    }

    private static Instant at(String text, String place) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new UnreadableHar(place + ".startedDateTime", "'" + text + "' is not a date and time");
        }
    }

    private static MultiMap headers(JsonNode list, String place) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        for (JsonNode header : list) {
            String name = header.path("name").asText();
            String value = header.path("value").asText();
            if (name.isEmpty() || (name + value).chars().anyMatch(each -> each < ' ' && each != '\t')) {
                throw new UnreadableHar(place, "a header needs a name, and no line breaks in it");
            }
            headers.add(name, value);
        }
        return headers;
    }

    private Body body(JsonNode content) {
        String text = content.path("text").asText("");
        boolean base64 = content.path("encoding").asText().equals("base64");
        return journal.body(base64 ? decoded(text) : text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
