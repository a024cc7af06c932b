package io.tenantry.console.person;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A mapped attribute, seen from both sides.
 *
 * @param attribute of the target
 * @param read what is read of the source, value by value
 * @param expression that joins them
 * @param notes on how it flows
 * @param made what the expression makes; empty where it is what was read
 * @param state {@code same}, {@code differs}, {@code kept}, {@code new}, {@code failed}, or empty where nothing is compared
 */
public record SideRow(
        String attribute,
        List<Read> read,
        String expression,
        String kind,
        List<String> notes,
        String made,
        String held,
        String state,
        String reason) {
    /** A value of the source. */
    public record Read(String name, String value) {}

    /**
     * @param mapping of the schema
     * @param values of the source, by the names that expressions use
     * @param compared what the engine says of it; missing where it compares nothing
     */
    static SideRow of(JsonNode mapping, JsonNode values, JsonNode compared) {
        JsonNode source = mapping.path("source");
        Set<String> names = new LinkedHashSet<>();
        collect(source, names);
        List<Read> read = names.stream()
                .map(name -> new Read(name, values.path(name).asText("")))
                .toList();
        String made = text(compared, "made");
        boolean plain = read.size() == 1 && read.get(0).value().equals(made);
        return new SideRow(
                mapping.path("targetAttributeName").asText(),
                read,
                source.path("expression").asText(""),
                kind(source.path("type").asText("")),
                notes(mapping),
                plain ? "" : made,
                text(compared, "held"),
                compared.path("state").asText(""),
                text(compared, "reason"));
    }

    /** The same with names in place of ids. */
    SideRow named(String source, String target) {
        List<Read> named = source.isEmpty() ? List.of() : List.of(new Read(attribute, source));
        return new SideRow(attribute, named, expression, kind, notes, "", target, state, reason);
    }

    private static void collect(JsonNode source, Set<String> names) {
        if (source.path("type").asText().equals("Attribute")) {
            names.add(source.path("name").asText());
        }
        source.path("parameters").forEach(each -> collect(each.path("value"), names));
    }

    private static String kind(String type) {
        return switch (type) {
            case "Attribute" -> "direct";
            case "Function" -> "expression";
            case "Constant" -> "constant";
            default -> type;
        };
    }

    private static List<String> notes(JsonNode mapping) {
        List<String> notes = new ArrayList<>();
        if (mapping.path("matchingPriority").asInt() > 0) {
            notes.add("matching");
        }
        if (mapping.path("flowType").asText("").equals("ObjectAddOnly")) {
            notes.add("only when created");
        } else if (mapping.path("flowType").asText("").equals("AttributeAddOnly")) {
            notes.add("only while empty");
        }
        if (mapping.path("flowBehavior").asText("").equals("FlowAlways")) {
            notes.add("written each time");
        }
        String ifEmpty = text(mapping, "defaultValue");
        if (!ifEmpty.isEmpty()) {
            notes.add("if empty: " + ifEmpty);
        }
        return notes;
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).isNull() ? "" : node.path(member).asText("");
    }

    public String sign() {
        return switch (state) {
            case "same" -> "=";
            case "differs", "kept" -> "≠";
            case "new" -> "+";
            case "failed" -> "!";
            default -> "";
        };
    }

    public String told() {
        return switch (state) {
            case "same" -> held.isEmpty() ? "both empty" : "same";
            case "differs" -> "differs, the next update writes it";
            case "kept" -> "differs, stays as it is";
            case "new" -> "written when created";
            case "failed" -> "cannot be made";
            default -> notes.contains("matching") ? "finds the object" : "follows deletion";
        };
    }

    public String tone() {
        return switch (state) {
            case "same" -> held.isEmpty() ? "" : "good";
            case "differs", "new" -> "warn";
            case "failed" -> "bad";
            default -> "";
        };
    }

    /** Whether somebody who looks for differences looks here. */
    public boolean isMarked() {
        return !sign().isEmpty() && !state.equals("same");
    }
}
