package io.tenantry.console.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import java.util.ArrayList;
import java.util.List;

/** Clauses that must all be met ({@code filterGroup}). */
public record ClauseGroup(String name, List<Clause> clauses) {
    static List<ClauseGroup> list(JsonNode groups) {
        List<ClauseGroup> list = new ArrayList<>();
        for (JsonNode group : groups) {
            List<Clause> clauses = new ArrayList<>();
            group.path("clauses").forEach(clause -> clauses.add(Clause.of(clause)));
            list.add(new ClauseGroup(group.path("name").asText(""), clauses));
        }
        return list;
    }

    /** Those without clauses say nothing and are left out. */
    static ArrayNode json(List<ClauseGroup> groups) {
        ArrayNode list = Json.array();
        for (ClauseGroup group : groups) {
            if (!group.clauses.isEmpty()) {
                ObjectNode json = list.addObject().put("name", group.name);
                ArrayNode clauses = json.putArray("clauses");
                group.clauses.forEach(clause -> clauses.add(clause.json()));
            }
        }
        return list;
    }
}
