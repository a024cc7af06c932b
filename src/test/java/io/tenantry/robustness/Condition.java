package io.tenantry.robustness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A filter as its author means it: how it is written, and for which objects it holds. The semantics are those of odata-protocol.md §4.2
 * and §4.5, written down once more and without the server's code.
 */
sealed interface Condition {
    String text();

    boolean holds(JsonNode object);

    /** A value as it is written and as it is meant: null, text, a Boolean or an instant. */
    record Literal(String text, Object value) {}

    /**
     * What is compared.
     *
     * @param path names from the object; empty for the element of a lambda
     */
    record Subject(String text, List<String> path) {
        JsonNode in(JsonNode object) {
            JsonNode node = object;
            for (String name : path) {
                node = node.path(name);
            }
            return node.isNull() ? MissingNode.getInstance() : node;
        }
    }

    /** {@code eq}, {@code ne}, {@code ge}, {@code le}; null is not equal to any value, and neither above nor below one. */
    record Compare(Subject subject, String operator, String spelling, Literal literal) implements Condition {
        @Override
        public String text() {
            return subject.text + " " + spelling + " " + literal.text;
        }

        @Override
        public boolean holds(JsonNode object) {
            JsonNode node = subject.in(object);
            return switch (operator) {
                case "eq" -> equal(node, literal);
                case "ne" -> !equal(node, literal);
                case "ge" -> !node.isMissingNode() && order(node, literal.value) >= 0;
                default -> !node.isMissingNode() && order(node, literal.value) <= 0;
            };
        }
    }

    record In(Subject subject, List<Literal> literals) implements Condition {
        @Override
        public String text() {
            return subject.text + " in "
                    + literals.stream().map(Literal::text).collect(Collectors.joining(", ", "(", ")"));
        }

        @Override
        public boolean holds(JsonNode object) {
            return literals.stream().anyMatch(literal -> equal(subject.in(object), literal));
        }
    }

    /** {@code startsWith} and {@code endsWith}. */
    record Match(Subject subject, boolean start, String spelling, Literal literal) implements Condition {
        @Override
        public String text() {
            return spelling + "(" + subject.text + "," + literal.text + ")";
        }

        @Override
        public boolean holds(JsonNode object) {
            JsonNode node = subject.in(object);
            String part = fold((String) literal.value);
            return !node.isMissingNode()
                    && (start
                            ? fold(node.asText()).startsWith(part)
                            : fold(node.asText()).endsWith(part));
        }
    }

    /** Identities by user principal name never match (directory.md §3.3). */
    record Any(Subject collection, String variable, Condition condition) implements Condition {
        @Override
        public String text() {
            return collection.text + "/any(" + variable + ":" + condition.text() + ")";
        }

        @Override
        public boolean holds(JsonNode object) {
            return StreamSupport.stream(collection.in(object).spliterator(), false)
                    .filter(element -> !element.path("signInType").asText().equals("userPrincipalName"))
                    .anyMatch(condition::holds);
        }
    }

    record Count(Subject collection, String operator, int number) implements Condition {
        @Override
        public String text() {
            return collection.text + "/$count " + operator + " " + number;
        }

        @Override
        public boolean holds(JsonNode object) {
            return (collection.in(object).size() == number) == operator.equals("eq");
        }
    }

    record Junction(boolean all, String spelling, Condition left, Condition right) implements Condition {
        @Override
        public String text() {
            return "(" + left.text() + " " + spelling + " " + right.text() + ")";
        }

        @Override
        public boolean holds(JsonNode object) {
            return all ? left.holds(object) && right.holds(object) : left.holds(object) || right.holds(object);
        }
    }

    /** Includes what the operand leaves out because of a null. */
    record Not(String spelling, Condition operand) implements Condition {
        @Override
        public String text() {
            return spelling + "(" + operand.text() + ")";
        }

        @Override
        public boolean holds(JsonNode object) {
            return !operand.holds(object);
        }
    }

    private static boolean equal(JsonNode node, Literal literal) {
        return literal.value == null ? node.isMissingNode() : !node.isMissingNode() && order(node, literal.value) == 0;
    }

    /** Text without regard to case, by code points. */
    static int order(JsonNode node, Object value) {
        if (value instanceof Instant instant) {
            return Instant.parse(node.asText()).compareTo(instant);
        }
        if (value instanceof Boolean truth) {
            return Boolean.compare(node.asBoolean(), truth);
        }
        return order(node.asText(), (String) value);
    }

    static int order(String one, String other) {
        int[] left = fold(one).codePoints().toArray();
        int[] right = fold(other).codePoints().toArray();
        return Arrays.compare(left, right);
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
