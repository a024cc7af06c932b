package io.tenantry.store.key;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A key column: the value of one property in the form in which the database compares it.
 *
 * @param path property, or complex property and sub-property joined by a slash
 * @param column name of the column
 */
public record Key(String path, String column, Form form, Index index) {
    /** What the database finds by the column. */
    public enum Index {
        NONE,
        /** The objects of a tenant that have a value, in its order. */
        VALUE,
        /** The same, but those of one value come in no order, which is cheaper to write where few values are shared by all. */
        COARSE,
        /** The objects of a value in their order, and no two objects have the same value. */
        UNIQUE
    }

    public enum Form {
        /** Text, lower case: Graph compares directory strings without case (odata-protocol.md §4.2). */
        FOLDED,
        /** Text as it is. */
        EXACT,
        /** An id: a GUID in lower case, every other one as it is. */
        ID,
        /** Microseconds since 1970. */
        INSTANT,
        /** 0 or 1. */
        FLAG,
        /** The tokens of a text, sorted, each between blanks: the beginning of one is looked for behind a blank. */
        TOKENS,
        /** A whole number. */
        NUMBER,
        /** An instant as a document holds it: text in UTC that compares by time to the second. */
        ISO;

        /** A value of a query or document in this form; null where it cannot be one. */
        public Object bind(String text) {
            return switch (this) {
                case FOLDED -> fold(text);
                case EXACT -> text;
                case ID -> Ids.canonical(text);
                case FLAG -> Boolean.parseBoolean(text) ? 1 : 0;
                case INSTANT -> micros(text);
                case TOKENS -> sortedTokens(text);
                case NUMBER -> number(text);
                case ISO -> iso(text);
            };
        }
    }

    static Key of(String path, Form form, Index index) {
        return new Key(path, columnOf(path), form, index);
    }

    static Key tokens(String path) {
        return new Key(path, columnOf(path) + "_tokens", Form.TOKENS, Index.NONE);
    }

    private static String columnOf(String path) {
        return path.replace("/", "_").replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    public boolean indexed() {
        return index != Index.NONE;
    }

    /** What the column holds for a document; null where the property has no value. */
    public Object valueIn(JsonNode document) {
        JsonNode node = document;
        for (String name : path.split("/")) {
            node = node == null ? null : node.get(name);
        }
        return node == null || node.isNull() ? null : valueOf(node.asText());
    }

    /** A value in the form of this column; null where it cannot be one. */
    public Object valueOf(String text) {
        return form.bind(text);
    }

    public static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    public static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1000);
    }

    public static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000);
    }

    private static String sortedTokens(String text) {
        return new TreeSet<>(SearchTokens.indexed(text)).stream().collect(Collectors.joining(" ", " ", " "));
    }

    private static Long number(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String iso(String text) {
        Long micros = micros(text);
        return micros == null ? null : Json.instant(instant(micros));
    }

    private static Long micros(String text) {
        try {
            return micros(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException | ArithmeticException e) {
            return null;
        }
    }
}
