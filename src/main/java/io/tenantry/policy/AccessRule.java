package io.tenantry.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * A setting with both halves, folded to lower case (cross-tenant-access-policy.md §6.2). Two blocked halves block together: who is listed loses
 * what is listed and nothing else.
 */
public record AccessRule(
        boolean usersAllowed, Set<String> users, boolean applicationsAllowed, Set<String> applications) {
    static AccessRule of(JsonNode usersAndGroups, JsonNode applications) {
        return new AccessRule(
                allowed(usersAndGroups), targets(usersAndGroups), allowed(applications), targets(applications));
    }

    private static boolean allowed(JsonNode half) {
        return half.path("accessType").asText().equals("allowed");
    }

    private static Set<String> targets(JsonNode half) {
        Set<String> targets = new HashSet<>();
        half.path("targets").forEach(t -> targets.add(t.path("target").asText().toLowerCase(Locale.ROOT)));
        return targets;
    }
}
