package io.tenantry.console.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.format.Json;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;

/**
 * A scoping filter while it is edited.
 *
 * @param mapping as it is saved
 * @param groups as they stand in the form
 */
public record FilterEditor(JobHead head, MappingScope mapping, List<ClauseGroup> groups, List<Operator> operators) {
    private static final int MOST_CLAUSES = 200;

    /** @param unary whether it takes no value */
    public record Operator(String name, boolean unary) {}

    static FilterEditor saved(JobHead head, MappingScope mapping, JsonNode operators) {
        return new FilterEditor(head, mapping, mapping.groups(), operators(operators));
    }

    private static List<Operator> operators(JsonNode catalogue) {
        List<Operator> operators = new ArrayList<>();
        for (JsonNode each : catalogue.path("value")) {
            operators.add(new Operator(
                    each.path("name").asText(), each.path("arity").asText().equals("Unary")));
        }
        return operators;
    }

    /** As a form has it: clauses in their order, each with the number of its group. */
    FilterEditor edited(MultivaluedMap<String, String> form) {
        List<ClauseGroup> edited = new ArrayList<>();
        for (String name : all(form, "groupName")) {
            edited.add(new ClauseGroup(name.strip(), new ArrayList<>()));
        }
        List<String> of = all(form, "group");
        for (int i = 0; i < Math.min(of.size(), MOST_CLAUSES); i++) {
            int group = number(of.get(i));
            if (group >= 0 && group < edited.size()) {
                edited.get(group).clauses().add(clause(form, i));
            }
        }
        return new FilterEditor(head, mapping, edited, operators);
    }

    private Clause clause(MultivaluedMap<String, String> form, int i) {
        String operator = at(form, "operator", i);
        boolean unary =
                operators.stream().anyMatch(each -> each.unary() && each.name().equals(operator));
        List<String> values = unary
                ? List.of()
                : at(form, "values", i).lines().map(String::strip).toList();
        return new Clause(at(form, "attribute", i), operator, values);
    }

    /** With a group or clause more or less: {@code group}, {@code clause:0}, {@code less:0:1}. */
    FilterEditor changed(String change) {
        String[] parts = change.split(":", 4);
        int group = parts.length > 1 ? number(parts[1]) : groups.size();
        List<ClauseGroup> changed = new ArrayList<>(groups);
        if (parts[0].equals("group") && groups.size() < MOST_CLAUSES) {
            changed.add(new ClauseGroup("Filter " + (groups.size() + 1), new ArrayList<>(List.of(fresh()))));
        } else if (parts[0].equals("clause") && group >= 0 && group < groups.size()) {
            changed.get(group).clauses().add(fresh());
        } else if (parts[0].equals("less") && parts.length == 3 && group >= 0 && group < groups.size()) {
            int clause = number(parts[2]);
            List<Clause> clauses = changed.get(group).clauses();
            if (clause >= 0 && clause < clauses.size()) {
                clauses.remove(clause);
            }
            changed.removeIf(each -> each.clauses().isEmpty());
        }
        return new FilterEditor(head, mapping, changed, operators);
    }

    private Clause fresh() {
        String attribute = mapping.attributes().stream()
                .map(MappingScope.Attribute::name)
                .filter("department"::equals)
                .findFirst()
                .orElseGet(() -> mapping.attributes().isEmpty()
                        ? ""
                        : mapping.attributes().get(0).name());
        return new Clause(attribute, "EQUALS", List.of(""));
    }

    private static List<String> all(MultivaluedMap<String, String> form, String name) {
        return form.getOrDefault(name, List.of());
    }

    private static String at(MultivaluedMap<String, String> form, String name, int i) {
        List<String> values = all(form, name);
        return i < values.size() ? values.get(i) : "";
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : -1;
    }

    /** The groups as the schema has them. */
    public String json() {
        return Json.write(ClauseGroup.json(groups));
    }

    /** Where they belong. */
    public String field() {
        return mapping.place() + "/scope/groups:json";
    }

    public boolean isChanged() {
        return !groups.equals(mapping.groups());
    }

    public String schemaUrl() {
        return head.graph() + "/schema";
    }

    public boolean knows(Clause clause) {
        return mapping.attributes().stream().anyMatch(each -> each.name().equals(clause.attribute()));
    }

    public boolean offers(Clause clause) {
        return operators.stream().anyMatch(each -> each.name().equals(clause.operator()));
    }
}
