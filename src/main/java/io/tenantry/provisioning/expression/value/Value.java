package io.tenantry.provisioning.expression.value;

import java.math.BigInteger;
import java.time.LocalDateTime;
import java.util.List;

/** What an expression yields (provisioning-engine.md §5.2). */
public sealed interface Value {
    /** An attribute without value. The empty string is a value. */
    record Nothing() implements Value {
        @Override
        public String text() {
            return "";
        }
    }

    /** The attribute is dropped from the export. */
    record NoFlow() implements Value {
        @Override
        public String text() {
            return "";
        }
    }

    record Text(String value) implements Value {
        @Override
        public String text() {
            return value;
        }
    }

    record Whole(long value) implements Value {
        @Override
        public String text() {
            return Long.toString(value);
        }
    }

    record Flag(boolean value) implements Value {
        @Override
        public String text() {
            return value ? "True" : "False";
        }
    }

    /** A DateTime of UTC: no type of attributes, but what date functions pass on to each other. */
    record Moment(LocalDateTime value) implements Value {
        @Override
        public String text() {
            return MomentText.of(value);
        }
    }

    /** An app role by which the object is assigned. */
    record Role(String id, String value, String displayName) implements Value {
        @Override
        public String text() {
            return value != null ? value : displayName != null ? displayName : "";
        }
    }

    record Many(List<Value> items) implements Value {
        @Override
        public String text() {
            return String.join(", ", items.stream().map(Value::text).toList());
        }
    }

    /** Longer texts, and longer lists by all their texts, are neither read nor made. */
    int LONGEST = 32_768;

    int MOST_ITEMS = 1000;
    Value NOTHING = new Nothing();
    Value NO_FLOW = new NoFlow();
    Flag TRUE = new Flag(true);
    Flag FALSE = new Flag(false);

    static Value of(String text) {
        return text == null ? NOTHING : new Text(text);
    }

    static Flag of(boolean flag) {
        return flag ? TRUE : FALSE;
    }

    /** Canonical text: Booleans as True and False, an absent value as the empty string. */
    String text();

    /** This value, unless it is longer than values may be: then {@link ExpressionError}. */
    default Value bounded() {
        boolean fits = this instanceof Many many
                ? many.items.size() <= MOST_ITEMS && length(many.items) <= LONGEST
                : !(this instanceof Text text) || text.value.length() <= LONGEST;
        if (!fits) {
            throw ExpressionError.tooLong();
        }
        return this;
    }

    private static long length(List<Value> items) {
        long length = 0;
        for (int i = 0; i < items.size() && length <= LONGEST; i++) {
            length += items.get(i).bounded().text().length();
        }
        return length;
    }

    /** Whether a text is an integer of 64 bits in decimal digits. */
    static boolean isWhole(String text) {
        int first = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        int digits = text.length() - first;
        if (digits < 1 || digits > 19) {
            return false;
        }
        for (int i = first; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return digits < 19 || new BigInteger(text).bitLength() < Long.SIZE;
    }

    default boolean isAbsent() {
        return this instanceof Nothing || this instanceof NoFlow;
    }

    default boolean isEmpty() {
        return isAbsent() || text().isEmpty();
    }

    /** Whether this is a number or a text that reads as one. */
    default boolean isNumber() {
        return this instanceof Whole || this instanceof Text text && isWhole(text.value);
    }

    /** A number, or a text that reads as one. */
    default long whole() {
        if (this instanceof Whole whole) {
            return whole.value;
        }
        if (isNumber()) {
            return Long.parseLong(text());
        }
        throw new ExpressionError(ExpressionError.Kind.TYPE, ExpressionError.quoted(text()) + " is not an integer");
    }

    /** The one text that this is, also as a list of one. */
    default String single() {
        if (this instanceof Many many && many.items.size() != 1) {
            throw new ExpressionError(
                    ExpressionError.Kind.TYPE, "a single value is wanted, not a list of " + many.items.size());
        }
        return text();
    }

    /** The single values of this one. */
    default List<Value> items() {
        if (this instanceof Many many) {
            return many.items;
        }
        return isAbsent() ? List.of() : List.of(this);
    }
}
