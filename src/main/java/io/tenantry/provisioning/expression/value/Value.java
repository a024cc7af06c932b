package io.tenantry.provisioning.expression.value;

import java.util.List;
import java.util.regex.Pattern;

/** What an expression yields (provisioning-engine.md §5.2). */
public sealed interface Value {
    /** An attribute without value. The empty string is a value. */
    record Nothing() implements Value {}

    /** The attribute is dropped from the export. */
    record NoFlow() implements Value {}

    record Text(String value) implements Value {}

    record Whole(long value) implements Value {}

    record Flag(boolean value) implements Value {}

    record Many(List<Value> items) implements Value {}

    /** Longer texts, and longer lists by all their texts, are neither read nor made. */
    int LONGEST = 32_768;

    int MOST_ITEMS = 1000;
    Value NOTHING = new Nothing();
    Value NO_FLOW = new NoFlow();
    Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,18}");

    static Value of(String text) {
        return text == null ? NOTHING : new Text(text);
    }

    /** This value, unless it is longer than values may be: then {@link ExpressionError}. */
    default Value bounded() {
        List<Value> items = items();
        long length = items.size() > MOST_ITEMS ? LONGEST + 1L : 0;
        for (int i = 0; i < items.size() && length <= LONGEST; i++) {
            length += items.get(i) instanceof Many many
                    ? many.bounded().text().length()
                    : items.get(i).text().length();
        }
        if (length > LONGEST) {
            throw ExpressionError.tooLong();
        }
        return this;
    }

    static boolean isWhole(String text) {
        return WHOLE.matcher(text).matches();
    }

    default boolean isAbsent() {
        return this instanceof Nothing || this instanceof NoFlow;
    }

    default boolean isEmpty() {
        return isAbsent() || text().isEmpty();
    }

    /** Canonical text: Booleans as True and False, an absent value as the empty string. */
    default String text() {
        if (this instanceof Text text) {
            return text.value;
        }
        if (this instanceof Whole whole) {
            return Long.toString(whole.value);
        }
        if (this instanceof Flag flag) {
            return flag.value ? "True" : "False";
        }
        if (this instanceof Many many) {
            return String.join(", ", many.items.stream().map(Value::text).toList());
        }
        return "";
    }

    /** A number, or a text that reads as one. */
    default long whole() {
        if (this instanceof Whole whole) {
            return whole.value;
        }
        if (isWhole(text())) {
            return Long.parseLong(text());
        }
        throw new ExpressionError(ExpressionError.Kind.TYPE, "'" + text() + "' is not an integer");
    }

    /** The single values of this one. */
    default List<Value> items() {
        if (this instanceof Many many) {
            return many.items;
        }
        return isAbsent() ? List.of() : List.of(this);
    }
}
