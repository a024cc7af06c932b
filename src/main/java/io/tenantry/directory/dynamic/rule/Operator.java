package io.tenantry.directory.dynamic.rule;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Comparison operators; each negated one is its positive one turned around, also for a property without a value. */
enum Operator {
    EQ("eq", false),
    NE("ne", true),
    STARTS_WITH("startsWith", false),
    NOT_STARTS_WITH("notStartsWith", true),
    ENDS_WITH("endsWith", false),
    NOT_ENDS_WITH("notEndsWith", true),
    CONTAINS("contains", false),
    NOT_CONTAINS("notContains", true),
    MATCH("match", false),
    NOT_MATCH("notMatch", true),
    IN("in", false),
    NOT_IN("notIn", true),
    LE("le", false),
    GE("ge", false);

    private static final Map<String, Operator> BY_NAME =
            Stream.of(values()).collect(Collectors.toMap(o -> o.text.toLowerCase(Locale.ROOT), o -> o));

    final String text;
    final boolean negated;

    Operator(String text, boolean negated) {
        this.text = text;
        this.negated = negated;
    }

    /** By name without hyphen, in any case. */
    static Optional<Operator> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }

    boolean list() {
        return this == IN || this == NOT_IN;
    }

    boolean order() {
        return this == LE || this == GE;
    }

    boolean equality() {
        return this == EQ || this == NE || list();
    }
}
