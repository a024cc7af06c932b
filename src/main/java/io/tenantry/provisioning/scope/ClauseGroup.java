package io.tenantry.provisioning.scope;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.provisioning.expression.value.Attributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Clauses that must all hold. */
record ClauseGroup(String name, List<Clause> clauses) {
    static List<ClauseGroup> compile(JsonNode groups) {
        List<ClauseGroup> compiled = new ArrayList<>();
        for (JsonNode group : groups) {
            List<Clause> clauses = new ArrayList<>();
            group.path("clauses").forEach(clause -> clauses.add(Clause.compile(clause)));
            compiled.add(new ClauseGroup(group.path("name").asText(""), clauses));
        }
        return compiled;
    }

    /** Evaluates every clause, so that the log can show each of them. */
    boolean holds(Attributes attributes, Map<String, Boolean> results) {
        boolean all = true;
        for (Clause clause : clauses) {
            boolean holds = clause.holds(attributes);
            results.put(clause.label(name), holds);
            all &= holds;
        }
        return all;
    }
}
