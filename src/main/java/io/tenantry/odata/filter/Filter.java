package io.tenantry.odata.filter;

import io.tenantry.odata.edm.Navigation;
import java.util.List;
import java.util.Locale;

/** A filter expression. */
public sealed interface Filter {
    record And(Filter left, Filter right) implements Filter {}

    record Or(Filter left, Filter right) implements Filter {}

    record Not(Filter operand) implements Filter {}

    /** {@code path op literal}. */
    record Compare(Path path, Operator operator, Literal value) implements Filter {}

    record In(Path path, List<Literal> values) implements Filter {}

    /** {@code startswith}, {@code endswith}, {@code contains}. */
    record Match(Path path, Function function, String text) implements Filter {
        Literal literal() {
            return new Literal(text, Literal.Kind.STRING);
        }
    }

    /** {@code collection/any(x:condition)}; paths in the condition begin at the element. */
    record Any(Path collection, Filter condition) implements Filter {}

    /** {@code collection/$count op number}. */
    record Count(Path collection, Operator operator, long number) implements Filter {}

    /** {@code relationship/$count op number}. */
    record Size(Navigation relationship, Operator operator, long number) implements Filter {}

    enum Operator {
        EQ("="),
        NE("<>"),
        GT(">"),
        GE(">="),
        LT("<"),
        LE("<=");

        private final String sql;

        Operator(String sql) {
            this.sql = sql;
        }

        public String sql() {
            return sql;
        }

        /** As in an annotation or an error message. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum Function {
        STARTS_WITH("startsWith"),
        ENDS_WITH("endsWith"),
        CONTAINS("contains");

        private final String word;

        Function(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** A value in the query; null stands for the literal {@code null}. */
    record Literal(String text, Kind kind) {
        public static final Literal NULL = new Literal(null, Kind.NULL);

        public enum Kind {
            NULL,
            STRING,
            BOOLEAN,
            NUMBER,
            INSTANT,
            GUID
        }
    }
}
