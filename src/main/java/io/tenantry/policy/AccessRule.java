package io.tenantry.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
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

    /**
     * Whether a person may use an application (cross-tenant-access-policy.md §6.2).
     *
     * @param principals ids of the person and of its groups, lower case
     */
    public boolean allows(Collection<String> principals, String appId) {
        boolean person = users.contains("allusers") || principals.stream().anyMatch(users::contains);
        boolean application =
                applications.contains("allapplications") || applications.contains(appId.toLowerCase(Locale.ROOT));
        return usersAllowed || applicationsAllowed
                ? person == usersAllowed && application == applicationsAllowed
                : !(person && application);
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
