package io.tenantry.robustness;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.odata.edm.Property;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.odata.edm.TypeRef;
import io.tenantry.robustness.Condition.Literal;
import io.tenantry.robustness.Condition.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Filters that a collection takes: each property with the operators that the Edm gives it, and mostly with values that some object has. */
final class RandomConditions {
    /** Elements of complex type that filters reach into (odata-protocol.md §4.4), and those of their properties that are GUIDs. */
    private static final Map<String, List<String>> COMPLEX = Map.of(
            "assignedLicenses", List.of("skuId"),
            "assignedPlans", List.of("servicePlanId"),
            "identities", List.of("issuer", "issuerAssignedId"));

    private static final List<String> ODD_TEXTS = List.of(
            " ",
            "O'Neil",
            "%",
            "_",
            "a%",
            "*",
            "\\",
            "\"",
            "ß",
            "İ",
            "ı",
            "ÅNGSTRÖM",
            "你好",
            "😀",
            "\uFFFD",
            "eq",
            "null",
            "(",
            ")",
            "a,b",
            "zzzz");

    private final Random random;
    private final List<Property> properties;
    private final List<JsonNode> objects;
    private final boolean advanced;

    RandomConditions(Random random, StructuredType type, List<JsonNode> objects, boolean advanced) {
        this.random = random;
        this.objects = objects;
        this.advanced = advanced;
        this.properties = type.properties().stream()
                .filter(p -> !p.otherWorkload() && isServed(p) && !operators(p).isEmpty())
                .toList();
    }

    private static boolean isServed(Property property) {
        boolean complex = property.type().kind() != TypeRef.Kind.PRIMITIVE;
        return !complex
                || COMPLEX.containsKey(property.name()) && property.type().collection();
    }

    /** @param depth how many junctions may stand in each other */
    Condition next(int depth) {
        int kind = random.nextInt(10);
        if (depth == 0 || kind < 5) {
            return leaf(pick(properties));
        }
        if (kind < 7 && advanced) {
            return new Condition.Not(pick(List.of("not", "NOT", "not ")), next(depth - 1));
        }
        boolean all = random.nextBoolean();
        return new Condition.Junction(all, spelled(all ? "and" : "or"), next(depth - 1), next(depth - 1));
    }

    private Condition leaf(Property property) {
        Subject subject = new Subject(spelled(property.name()), List.of(property.name()));
        if (!property.type().collection()) {
            return scalar(subject, property, operators(property));
        }
        boolean counted = advanced && property.filter().advanced().contains("count");
        if (counted && random.nextInt(4) == 0) {
            return new Condition.Count(subject, pick(List.of("eq", "ne")), random.nextInt(2));
        }
        return new Condition.Any(subject, "x", element(property));
    }

    private Condition element(Property property) {
        List<String> names = COMPLEX.get(property.name());
        if (names == null) {
            List<String> operators = new ArrayList<>(operators(property));
            operators.remove("in");
            return comparison(new Subject("x", List.of()), property, List.of(property.name()), operators);
        }
        Condition first = member(property, names.get(0));
        // identities are asked for by both
        return names.size() > 1 ? new Condition.Junction(true, "and", first, member(property, names.get(1))) : first;
    }

    private Condition member(Property property, String name) {
        List<String> values = texts(List.of(property.name(), name));
        String value = values.isEmpty() ? "9d2f7c11-0c3e-4c51-a7d4-5f3b8e6d2c02" : pick(values);
        boolean guid = name.endsWith("Id") && !name.startsWith("issuer");
        Literal literal = new Literal(guid ? value : quoted(value), value);
        return new Condition.Compare(new Subject("x/" + spelled(name), List.of(name)), "eq", spelled("eq"), literal);
    }

    private Condition scalar(Subject subject, Property property, List<String> operators) {
        return comparison(subject, property, List.of(property.name()), operators);
    }

    private Condition comparison(Subject subject, Property property, List<String> path, List<String> operators) {
        String operator = pick(operators);
        return switch (operator) {
            case "null" -> nullComparison(subject);
            case "in" -> in(subject, property, path);
            case "startsWith" ->
                new Condition.Match(subject, true, pick(List.of("startsWith", "startswith")), part(path, true));
            case "endsWith" ->
                new Condition.Match(subject, false, pick(List.of("endsWith", "endswith")), part(path, false));
            default -> new Condition.Compare(subject, operator, spelled(operator), literal(property, path));
        };
    }

    private Condition nullComparison(Subject subject) {
        String operator = pick(List.of("eq", "ne"));
        return new Condition.Compare(subject, operator, spelled(operator), new Literal("null", null));
    }

    private Condition in(Subject subject, Property property, List<String> path) {
        List<Literal> literals = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            literals.add(literal(property, path));
        }
        boolean nulls = advanced && operators(property).contains("null") && random.nextInt(4) == 0;
        if (nulls) {
            literals.add(new Literal("null", null));
        }
        return new Condition.In(subject, literals);
    }

    private Literal literal(Property property, List<String> path) {
        List<String> values = texts(path);
        return switch (property.type().name()) {
            case "Edm.Boolean" -> random.nextBoolean() ? new Literal("true", true) : new Literal("false", false);
            case "Edm.DateTimeOffset" -> instant(values);
            case "Edm.Guid" -> guid(values);
            default -> text(values.isEmpty() || random.nextInt(5) == 0 ? pick(ODD_TEXTS) : cased(pick(values)));
        };
    }

    private Literal instant(List<String> values) {
        Instant at = values.isEmpty() ? Instant.parse("2024-05-06T07:08:09Z") : Instant.parse(pick(values));
        Instant moved = at.plusSeconds(random.nextInt(3) - 1L);
        return new Literal(moved.toString(), moved);
    }

    private Literal guid(List<String> values) {
        String value = values.isEmpty() ? "9d2f7c11-0c3e-4c51-a7d4-5f3b8e6d2c02" : pick(values);
        return new Literal(value, value);
    }

    /** The beginning or end of some value, which is never empty. */
    private Literal part(List<String> path, boolean start) {
        List<String> values = texts(path);
        if (values.isEmpty() || random.nextInt(6) == 0) {
            return text(pick(ODD_TEXTS));
        }
        String value = pick(values);
        int length = random.nextInt(value.codePointCount(0, value.length()));
        int cut = value.offsetByCodePoints(0, start ? length + 1 : length);
        return text(cased(start ? value.substring(0, cut) : value.substring(cut)));
    }

    private static Literal text(String value) {
        return new Literal(quoted(value), value);
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    private String cased(String value) {
        return random.nextInt(4) > 0
                ? value
                : random.nextBoolean() ? value.toLowerCase(Locale.ROOT) : asciiUpper(value);
    }

    /** Only letters that come back when they are folded. */
    private static String asciiUpper(String value) {
        StringBuilder upper = new StringBuilder();
        value.chars().forEach(c -> upper.append(c < 128 ? Character.toUpperCase((char) c) : (char) c));
        return upper.toString();
    }

    /** Names and operators are taken in any case. */
    private String spelled(String word) {
        return random.nextInt(8) > 0 ? word : word.toUpperCase(Locale.ROOT);
    }

    /** Values that objects have. */
    private List<String> texts(List<String> path) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            collect(pick(objects), path, texts);
        }
        return texts;
    }

    private static void collect(JsonNode node, List<String> path, List<String> texts) {
        if (node.isArray()) {
            node.forEach(element -> collect(element, path, texts));
        } else if (!path.isEmpty()) {
            collect(node.path(path.get(0)), path.subList(1, path.size()), texts);
        } else if (node.isValueNode() && !node.isNull()) {
            texts.add(node.asText());
        }
    }

    private List<String> operators(Property property) {
        List<String> all = new ArrayList<>(property.filter().plain());
        if (advanced) {
            all.addAll(property.filter().advanced());
        }
        all.removeAll(Set.of("not", "count"));
        if (property.type().collection()) {
            all.remove("null");
        }
        all.sort(null);
        return all;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
