package io.tenantry.odata.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tenantry.store.Ids;
import io.tenantry.store.Json;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Locale;

/** JSON values of primitive types. */
final class Primitives {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Primitives() {}

    /** @param exact refuses Booleans sent as text, which other families take (clients.md §7) */
    static JsonNode check(String name, String type, JsonNode value, boolean exact) {
        return switch (type) {
            case "Edm.Boolean" -> bool(name, value, exact);
            case "Edm.Int16", "Edm.Int32", "Edm.Int64", "Edm.Byte", "Edm.SByte" -> integer(name, value);
            case "Edm.Double", "Edm.Single", "Edm.Decimal" -> fits(name, value, value.isNumber());
            case "Edm.DateTimeOffset" -> instant(name, value);
            case "Edm.Date" -> date(name, value);
            case "Edm.Guid" -> guid(name, value);
            case "Edm.Binary" -> binary(name, value);
            case "Edm.String" -> fits(name, value, value.isTextual() && !hasNul(value.asText()));
            default -> fits(name, value, value.isValueNode());
        };
    }

    /** A value of an open type, with whatever is in it. */
    static JsonNode undeclared(String name, JsonNode value) {
        value.elements().forEachRemaining(element -> undeclared(name, element));
        return fits(name, value, !hasNul(value.asText()));
    }

    /** PostgreSQL's text cannot hold it, and no directory value can either. */
    private static boolean hasNul(String text) {
        return text.indexOf('\0') >= 0;
    }

    private static JsonNode bool(String name, JsonNode value, boolean exact) {
        if (!exact && value.isTextual()) {
            String text = value.asText().toLowerCase(Locale.ROOT);
            if (text.equals("true") || text.equals("false")) {
                return BooleanNode.valueOf(text.equals("true"));
            }
        }
        return fits(name, value, value.isBoolean());
    }

    private static JsonNode integer(String name, JsonNode value) {
        return fits(name, value, value.isIntegralNumber() && value.canConvertToLong());
    }

    private static JsonNode instant(String name, JsonNode value) {
        try {
            return NODES.textNode(
                    Json.instant(OffsetDateTime.parse(text(name, value)).toInstant()));
        } catch (DateTimeException e) {
            throw BodyCheck.misfit(name);
        }
    }

    private static JsonNode date(String name, JsonNode value) {
        try {
            return NODES.textNode(LocalDate.parse(text(name, value)).toString());
        } catch (DateTimeException e) {
            throw BodyCheck.misfit(name);
        }
    }

    private static JsonNode guid(String name, JsonNode value) {
        String text = text(name, value);
        if (!Ids.isGuid(text)) {
            throw BodyCheck.misfit(name);
        }
        return NODES.textNode(text.toLowerCase(Locale.ROOT));
    }

    private static JsonNode binary(String name, JsonNode value) {
        try {
            Base64.getDecoder().decode(text(name, value).replace('-', '+').replace('_', '/'));
            return value;
        } catch (IllegalArgumentException e) {
            throw BodyCheck.misfit(name);
        }
    }

    private static String text(String name, JsonNode value) {
        if (!value.isTextual()) {
            throw BodyCheck.misfit(name);
        }
        return value.asText();
    }

    private static JsonNode fits(String name, JsonNode value, boolean fits) {
        if (!fits) {
            throw BodyCheck.misfit(name);
        }
        return value;
    }
}
