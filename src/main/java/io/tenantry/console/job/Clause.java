package io.tenantry.console.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A clause of a scoping filter ({@code filterClause}). */
public record Clause(String attribute, String operator, List<String> values) {
    static Clause of(JsonNode clause) {
        List<String> values = new ArrayList<>();
        clause.path("targetOperand").path("values").forEach(value -> values.add(value.asText()));
        return new Clause(
                clause.path("sourceOperandName").asText(),
                clause.path("operatorName").asText(),
                values);
    }

    ObjectNode json() {
        ObjectNode clause = Json.object().put("sourceOperandName", attribute).put("operatorName", operator);
        ArrayNode operands = clause.putObject("targetOperand").putArray("values");
        values.forEach(operands::add);
        return clause;
    }

    /** Each on its line, as it is edited. */
    public String lines() {
        return String.join("\n", values);
    }

    public String words() {
        String operands = values.stream().map(each -> "“" + each + "”").collect(Collectors.joining(" or "));
        return (attribute + " " + words(operator) + " " + operands).strip();
    }

    private static String words(String operator) {
        return switch (operator) {
            case "EQUALS" -> "is";
            case "NOT EQUALS" -> "is not";
            case "IS TRUE" -> "is true";
            case "IS FALSE" -> "is false";
            case "IS NULL" -> "is empty";
            case "IS NOT NULL" -> "is not empty";
            case "REGEX MATCH" -> "matches";
            case "NOT REGEX MATCH" -> "does not match";
            case "GREATER_THAN" -> "is greater than";
            case "GREATER_THAN_OR_EQUALS" -> "is at least";
            case "INCLUDES" -> "contains";
            case "ENDS_WITH" -> "ends with";
            case "&" -> "occurs in";
            case "!&" -> "does not occur in";
            default -> operator;
        };
    }
}
