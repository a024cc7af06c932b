package io.tenantry.provisioning.scope;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.provisioning.expression.Metered;
import io.tenantry.provisioning.expression.value.Attributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The scope of an object mapping, compiled (provisioning-engine.md §2.1). The clauses of a group must all hold, of the groups one; no
 * group lets everyone pass.
 *
 * @param groups the customer's filter: who stops to satisfy it is deprovisioned
 * @param inputGroups the built-in filter: who stops to satisfy it is not processed any more
 * @param categoryGroups which objects the mapping is for; others are not processed by it
 */
public record ScopingFilter(List<ClauseGroup> groups, List<ClauseGroup> inputGroups, List<ClauseGroup> categoryGroups) {
    public static final ScopingFilter NONE = new ScopingFilter(List.of(), List.of(), List.of());

    private static final int MOST_CLAUSES = 100;

    public static ScopingFilter compile(JsonNode scope) {
        JsonNode groups = scope.path("groups");
        JsonNode inputGroups = scope.path("inputFilterGroups");
        JsonNode categoryGroups = scope.path("categoryFilterGroups");
        if (clauses(groups) + clauses(inputGroups) + clauses(categoryGroups) > MOST_CLAUSES) {
            throw new InvalidFilter("more than " + MOST_CLAUSES + " values or groups");
        }
        return new ScopingFilter(
                ClauseGroup.compile(groups), ClauseGroup.compile(inputGroups), ClauseGroup.compile(categoryGroups));
    }

    private static int clauses(JsonNode groups) {
        int clauses = groups.size();
        for (JsonNode group : groups) {
            for (JsonNode clause : group.path("clauses")) {
                clauses +=
                        Math.max(1, clause.path("targetOperand").path("values").size());
            }
        }
        return clauses;
    }

    /** Throws {@link io.tenantry.regex.CostlyMatch}. */
    public ScopeResult evaluate(Attributes attributes) {
        Map<String, Boolean> clauses = new LinkedHashMap<>();
        Attributes metered = Metered.of(attributes);
        boolean admitted = any(inputGroups, metered, clauses) & any(categoryGroups, metered, clauses);
        boolean passed = any(groups, metered, clauses);
        return new ScopeResult(admitted, passed, clauses);
    }

    /** What each clause of the customer's filter met, group by group. Throws {@link io.tenantry.regex.CostlyMatch}. */
    public List<ClauseResult> told(Attributes attributes) {
        Attributes metered = Metered.of(attributes);
        return groups.stream()
                .flatMap(group -> group.clauses().stream())
                .map(clause -> clause.told(metered))
                .toList();
    }

    private static boolean any(List<ClauseGroup> groups, Attributes attributes, Map<String, Boolean> clauses) {
        boolean any = groups.isEmpty();
        for (ClauseGroup group : groups) {
            any |= group.holds(attributes, clauses);
        }
        return any;
    }
}
