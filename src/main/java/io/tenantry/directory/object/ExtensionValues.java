package io.tenantry.directory.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tenantry.error.GraphError;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Values of directory extensions in bodies: defined for the type of object, and of the defined data type (directory.md §11). */
public final class ExtensionValues {
    public static final String PREFIX = "extension_";
    private static final int LONGEST_STRING = 256;
    /** In bytes. */
    private static final int LONGEST_BINARY = 256;
    /** Of one object, across all types and applications. */
    private static final int MOST = 100;

    private ExtensionValues() {}

    /**
     * Names come in any case, and are stored as they were defined.
     *
     * @param target as {@code targetObjects} names the type: {@code User}, {@code Group}
     */
    public static void check(Session session, ObjectNode body, String target) {
        List<String> unknown = new ArrayList<>();
        for (String name : sent(body)) {
            session.findBy("extensionProperty", "name", name)
                    .filter(definition -> definition.texts("targetObjects").contains(target))
                    .ifPresentOrElse(
                            definition -> {
                                checkValue(definition, name, body.get(name), target);
                                body.set(definition.text("name"), stored(definition, body.remove(name)));
                            },
                            () -> unknown.add(name));
        }
        if (!unknown.isEmpty()) {
            throw DirectoryErrors.extensionsNotAvailable(unknown);
        }
    }

    /** Throws 400 for an object that holds more of them than one may (directory.md §11). */
    public static void requireRoom(Entity object) {
        int values = 0;
        for (Map.Entry<String, JsonNode> each : object.properties().properties()) {
            if (each.getKey().startsWith(PREFIX)) {
                values += each.getValue().isArray()
                        ? each.getValue().size()
                        : each.getValue().isNull() ? 0 : 1;
            }
        }
        if (values > MOST) {
            throw GraphError.sizeExceeded();
        }
    }

    private static List<String> sent(ObjectNode body) {
        List<String> names = new ArrayList<>();
        body.fieldNames().forEachRemaining(names::add);
        names.removeIf(name -> !name.toLowerCase(Locale.ROOT).startsWith(PREFIX) || name.contains("@"));
        return names;
    }

    private static void checkValue(Entity definition, String name, JsonNode value, String target) {
        boolean several = definition.flag("isMultiValued");
        boolean fits = value.isNull()
                || (several
                        ? value.isArray() && value.valueStream().allMatch(each -> fits(definition, each))
                        : fits(definition, value));
        if (!fits) {
            throw DirectoryErrors.invalidValue(name, target);
        }
    }

    /** Moments are kept in UTC, so that they compare. */
    private static JsonNode stored(Entity definition, JsonNode value) {
        if (!"DateTime".equals(definition.text("dataType")) || value.isNull()) {
            return value;
        }
        return value.isArray()
                ? Json.array(value.valueStream().map(ExtensionValues::inUtc).toList())
                : TextNode.valueOf(inUtc(value));
    }

    private static String inUtc(JsonNode moment) {
        return Json.instant(OffsetDateTime.parse(moment.asText()).toInstant());
    }

    private static boolean fits(Entity definition, JsonNode value) {
        return fits(definition.text("dataType"), value);
    }

    /** Whether a value is one of a data type, as {@code extensionProperty} names it. */
    public static boolean fits(String dataType, JsonNode value) {
        return switch (dataType) {
            case "Boolean" -> value.isBoolean();
            case "Integer" -> value.canConvertToInt() && value.isIntegralNumber();
            case "LargeInteger" -> value.canConvertToLong() && value.isIntegralNumber();
            case "DateTime" -> value.isTextual() && isDateTime(value.asText());
            case "Binary" -> value.isTextual() && isBinary(value.asText());
            default -> value.isTextual() && value.asText().length() <= LONGEST_STRING;
        };
    }

    private static boolean isBinary(String base64) {
        try {
            return Base64.getDecoder().decode(base64).length <= LONGEST_BINARY;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isDateTime(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
