package io.tenantry.odata.body;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.error.GraphError;
import io.tenantry.format.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;

/** JSON of a request (odata-protocol.md §12). */
public final class BodyReader {
    /** A member that stands twice says two things. */
    private static final ObjectReader JSON = Json.MAPPER.reader(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private BodyReader() {}

    /** A body that must be a JSON object. */
    public static ObjectNode object(byte[] body, String contentType) {
        if (isEmpty(body)) {
            throw contentType == null ? unreadable() : empty();
        }
        requireJson(contentType);
        JsonNode node = parse(body);
        if (!node.isObject()) {
            throw GraphError.malformed("Property body in payload has a value that does not match schema.");
        }
        return (ObjectNode) node;
    }

    /**
     * Parameters of an action: nothing, {@code null} and {@code {}} all mean none (clients.md §7).
     *
     * @param needed whether the action cannot do without any: then nothing is refused where JSON was announced
     */
    public static ObjectNode parameters(byte[] body, String contentType, boolean needed) {
        if (isEmpty(body)) {
            if (needed && contentType != null) {
                throw empty();
            }
            return Json.object();
        }
        requireJson(contentType);
        JsonNode node = parse(body);
        if (node.isNull()) {
            return Json.object();
        }
        if (!node.isObject()) {
            throw GraphError.malformed("Property body in payload has a value that does not match schema.");
        }
        return (ObjectNode) node;
    }

    private static boolean isEmpty(byte[] body) {
        for (byte each : body) {
            if (!Character.isWhitespace(each)) {
                return false;
            }
        }
        return true;
    }

    private static void requireJson(String contentType) {
        if (contentType == null) {
            throw unreadable();
        }
        String type = contentType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        if (!type.endsWith("json")) {
            throw GraphError.of(415, "BadRequest", "Unsupported media type '" + contentType + "'.");
        }
    }

    public static JsonNode parse(byte[] body) {
        try {
            requireText(body);
            JsonNode node = JSON.readTree(body);
            if (node == null || node.isMissingNode()) {
                throw unreadable();
            }
            return node;
        } catch (IOException | NumberFormatException e) {
            // the latter for an exponent that no number has
            throw unreadable();
        }
    }

    /** The parser would take two bytes for a slash, or for a letter of a name, which are no UTF-8. With zeros among them it is UTF-16. */
    private static void requireText(byte[] body) throws CharacterCodingException {
        if (!hasZero(body)) {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        }
    }

    private static boolean hasZero(byte[] body) {
        for (byte each : body) {
            if (each == 0) {
                return true;
            }
        }
        return false;
    }

    /** field-findings.md §3. */
    private static GraphError empty() {
        return GraphError.malformed("Empty Payload. JSON content expected.");
    }

    private static GraphError unreadable() {
        return GraphError.malformed(
                "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.");
    }
}
