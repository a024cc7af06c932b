package io.tenantry.odata.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Locale;

/** JSON values of primitive types. */
final class Primitives {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** The service's moments have years of four digits. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private Primitives() {}

    /** @param exact refuses Booleans sent as text, which other families take (clients.md §7) */
    static JsonNode check(BodyProperty place, String type, JsonNode value, boolean exact) {
        return switch (type) {
            case "Edm.Boolean" -> bool(place, value, exact);
            case "Edm.Int16", "Edm.Int32", "Edm.Int64", "Edm.Byte", "Edm.SByte" -> integer(place, value);
            case "Edm.Double", "Edm.Single", "Edm.Decimal" -> fits(place, value, value.isNumber());
            case "Edm.DateTimeOffset" -> instant(place, value);
            case "Edm.Date" -> date(place, value);
            case "Edm.Guid" -> guid(place, value);
            case "Edm.Binary" -> binary(place, value);
            case "Edm.String" -> fits(place, value, value.isTextual() && !hasNul(value.asText()));
            default -> fits(place, value, value.isValueNode());
        };
    }

    /** A value of an open type, with whatever is in it. */
    static JsonNode undeclared(BodyProperty place, JsonNode value) {
        value.elements().forEachRemaining(element -> undeclared(place, element));
        return fits(place, value, !hasNul(value.asText()));
    }

    /** PostgreSQL's text cannot hold it, and no directory value can either. */
    private static boolean hasNul(String text) {
        return text.indexOf('\0') >= 0;
    }

    private static JsonNode bool(BodyProperty place, JsonNode value, boolean exact) {
        if (!exact && value.isTextual()) {
            String text = value.asText().toLowerCase(Locale.ROOT);
            if (text.equals("true") || text.equals("false")) {
                return BooleanNode.valueOf(text.equals("true"));
            }
        }
        return fits(place, value, value.isBoolean());
    }

    private static JsonNode integer(BodyProperty place, JsonNode value) {
        return fits(place, value, value.isIntegralNumber() && value.canConvertToLong());
    }

    private static JsonNode instant(BodyProperty place, JsonNode value) {
        try {
            Instant instant = OffsetDateTime.parse(text(place, value)).toInstant();
            fits(place, value, !instant.isBefore(FIRST) && instant.isBefore(END));
            return NODES.textNode(Json.instant(instant));
        } catch (DateTimeException e) {
            throw place.misfit();
        }
    }

    private static JsonNode date(BodyProperty place, JsonNode value) {
        try {
            return NODES.textNode(LocalDate.parse(text(place, value)).toString());
        } catch (DateTimeException e) {
            throw place.misfit();
        }
    }

    private static JsonNode guid(BodyProperty place, JsonNode value) {
        String text = text(place, value);
        if (!Ids.isGuid(text)) {
            throw place.misfit();
        }
        return NODES.textNode(text.toLowerCase(Locale.ROOT));
    }

    private static JsonNode binary(BodyProperty place, JsonNode value) {
        try {
            Base64.getDecoder().decode(text(place, value).replace('-', '+').replace('_', '/'));
            return value;
        } catch (IllegalArgumentException e) {
            throw place.misfit();
        }
    }

    private static String text(BodyProperty place, JsonNode value) {
        if (!value.isTextual()) {
            throw place.misfit();
        }
        return value.asText();
    }

    private static JsonNode fits(BodyProperty place, JsonNode value, boolean fits) {
        if (!fits) {
            throw place.misfit();
        }
        return value;
    }
}
