package io.tenantry.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tenantry.format.Json;
import io.tenantry.journal.Exchange.Body;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Bodies without the secrets in them. What is neither JSON nor fields is shown only where it is known to hold none. */
public final class MaskedBody {
    private static final List<String> OPEN = List.of("text/plain", "application/xml", "text/yaml");
    private static final TextNode MASK = TextNode.valueOf(Secrets.MASK);

    private MaskedBody() {}

    /** A JSON value where it is JSON, else a text; null where there is nothing to show. */
    static JsonNode ofRequest(Body body) {
        JsonNode json = json(body);
        if (json != null) {
            return json;
        }
        // whatever its media type says: what looks like no field is masked
        return body.isEmpty() ? NullNode.instance : TextNode.valueOf(MaskedUrl.fields(text(body)));
    }

    /** @param type media type, null for none */
    static JsonNode ofAnswer(Body body, String type) {
        JsonNode json = json(body);
        if (json != null) {
            return json;
        }
        boolean shown = type != null && OPEN.stream().anyMatch(type::startsWith);
        return shown && !body.isEmpty() ? TextNode.valueOf(text(body)) : NullNode.instance;
    }

    private static JsonNode json(Body body) {
        byte[] bytes = body.bytes();
        int first = 0;
        while (first < bytes.length && bytes[first] <= ' ') {
            first++;
        }
        boolean begins = first < bytes.length && (bytes[first] == '{' || bytes[first] == '[');
        JsonNode read = begins ? PartialJson.read(bytes) : null;
        if (read != null) {
            mask(read, body.isCut());
        }
        return read;
    }

    private static String text(Body body) {
        return new String(body.bytes(), StandardCharsets.UTF_8);
    }

    /** Hides the secrets in a JSON value, in place. */
    public static void mask(JsonNode node) {
        mask(node, false);
    }

    /**
     * Secrets of synchronization come as values of keys (synchronization-api.md §5), private keys to sign with as keys, bodies of a batch as
     * text that may be anything.
     *
     * @param cut whether the key that belongs to a value may be missing
     */
    private static void mask(JsonNode node, boolean cut) {
        if (node instanceof ObjectNode object) {
            boolean pair =
                    object.path("value").isTextual() && (object.path("key").isTextual() || cut);
            boolean part = object.path("body").isTextual() && object.has("url");
            boolean signs = "Sign".equalsIgnoreCase(object.path("usage").asText());
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                String name = member.getKey();
                boolean secret = Secrets.isMember(name)
                        || pair && name.equals("value")
                        || part && name.equals("body")
                        || signs && name.equals("key");
                member.setValue(secret && !member.getValue().isNull() ? MASK : shown(name, member.getValue()));
            }
        }
        node.forEach(child -> mask(child, cut));
    }

    private static JsonNode shown(String name, JsonNode value) {
        if (!value.isTextual() || value.asText().indexOf('?') < 0) {
            return value;
        }
        String text = value.asText();
        boolean url = name.equals("url") || text.startsWith("http://") || text.startsWith("https://");
        return url ? TextNode.valueOf(MaskedUrl.url(text)) : value;
    }

    static String written(JsonNode shown) {
        return shown.isNull() ? "" : shown.isTextual() ? shown.asText() : Json.write(shown);
    }
}
