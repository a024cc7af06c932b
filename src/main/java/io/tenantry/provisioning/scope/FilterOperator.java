package io.tenantry.provisioning.scope;

import io.tenantry.provisioning.expression.value.Value;
import io.tenantry.regex.BoundedPattern;
import io.tenantry.regex.Steps;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Operators of scoping filters (provisioning-engine.md §2.2). Texts compare with case; an attribute without value fails every one but
 * {@code IS NULL}; a regular expression must cover the whole value.
 */
public enum FilterOperator {
    EQUALS("EQUALS", Types.TEXT, String::equals),
    NOT_EQUALS("NOT EQUALS", Types.TEXT, (value, operand) -> !value.equals(operand)),
    IS_TRUE("IS TRUE", Types.FLAG, (value, operand) -> value.equals("True")),
    IS_FALSE("IS FALSE", Types.FLAG, (value, operand) -> value.equals("False")),
    IS_NULL("IS NULL", Types.ANY, (value, operand) -> false),
    IS_NOT_NULL("IS NOT NULL", Types.ANY, (value, operand) -> true),
    REGEX_MATCH("REGEX MATCH", Types.TEXT, FilterOperator::covering),
    NOT_REGEX_MATCH("NOT REGEX MATCH", Types.TEXT, operand -> covering(operand).negate()),
    GREATER_THAN("GREATER_THAN", Types.INTEGER, (value, operand) -> compares(value, operand, 1)),
    GREATER_THAN_OR_EQUALS("GREATER_THAN_OR_EQUALS", Types.INTEGER, (value, operand) -> compares(value, operand, 0)),
    INCLUDES("INCLUDES", Types.STRING, String::contains),
    ENDS_WITH("ENDS_WITH", Types.STRING, String::endsWith),
    WITHIN("&", Types.STRING, (value, operand) -> operand.contains(value)),
    NOT_WITHIN("!&", Types.STRING, (value, operand) -> !operand.contains(value));

    private static final class Types {
        static final List<String> TEXT = List.of("String", "Integer");
        static final List<String> STRING = List.of("String");
        static final List<String> INTEGER = List.of("Integer");
        static final List<String> FLAG = List.of("Boolean");
        static final List<String> ANY = List.of("Integer", "String", "Binary", "Boolean");
    }

    private final String wireName;
    private final List<String> types;
    private final Function<String, BiPredicate<String, Steps>> test;

    FilterOperator(String wireName, List<String> types, BiPredicate<String, String> test) {
        this(wireName, types, operand -> (value, steps) -> test.test(value, operand));
    }

    FilterOperator(String wireName, List<String> types, Function<String, BiPredicate<String, Steps>> test) {
        this.wireName = wireName;
        this.types = types;
        this.test = test;
    }

    public static Optional<FilterOperator> named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.wireName.equalsIgnoreCase(name))
                .findFirst();
    }

    public String wireName() {
        return wireName;
    }

    /** Attribute types that the operator takes. */
    public List<String> types() {
        return types;
    }

    public boolean unary() {
        return switch (this) {
            case IS_TRUE, IS_FALSE, IS_NULL, IS_NOT_NULL -> true;
            case EQUALS,
                    NOT_EQUALS,
                    REGEX_MATCH,
                    NOT_REGEX_MATCH,
                    GREATER_THAN,
                    GREATER_THAN_OR_EQUALS,
                    INCLUDES,
                    ENDS_WITH,
                    WITHIN,
                    NOT_WITHIN -> false;
        };
    }

    /** Whether it holds where the operator that it negates does not. */
    private boolean negative() {
        return this == NOT_EQUALS || this == NOT_REGEX_MATCH || this == NOT_WITHIN;
    }

    /**
     * The operator with its operands, made once and asked for every user: one of them has to be met, of a negative operator each. An
     * attribute of several values compares with nothing. Throws {@link io.tenantry.regex.InvalidPattern}.
     */
    BiPredicate<Value, Steps> with(List<String> operands) {
        BiPredicate<String, Steps> text = (unary() ? List.of("") : operands)
                .stream()
                        .map(test)
                        .reduce(negative() ? BiPredicate::and : BiPredicate::or)
                        .orElseThrow();
        return (attribute, steps) -> attribute.isEmpty()
                ? this == IS_NULL
                : !(attribute instanceof Value.Many) && text.test(attribute.text(), steps);
    }

    private static BiPredicate<String, Steps> covering(String operand) {
        return BoundedPattern.compile(operand)::covers;
    }

    /** What is no integer compares false. */
    private static boolean compares(String value, String operand, int least) {
        return Value.isWhole(value)
                && Value.isWhole(operand)
                && Long.compare(Long.parseLong(value), Long.parseLong(operand)) >= least;
    }
}
