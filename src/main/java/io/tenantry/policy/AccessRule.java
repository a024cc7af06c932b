package io.tenantry.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * A setting with both halves, ready to decide (cross-tenant-access-policy.md §6.2). Two blocked halves block together: who is listed loses
 * what is listed and nothing else.
 */
public record AccessRule(
        boolean usersAllowed, Set<String> users, boolean applicationsAllowed, Set<String> applications) {
    private static final Set<String> EVERYBODY = Set.of("allusers");
    private static final Set<String> EVERYTHING = Set.of("allapplications");

    static AccessRule of(JsonNode usersAndGroups, JsonNode applications) {
        return new AccessRule(
                allowed(usersAndGroups), targets(usersAndGroups), allowed(applications), targets(applications));
    }

    /**
     * Whether somebody may use an application.
     *
     * @param principals ids of the user and of the groups that it is in
     * @param application id of the application and keywords that stand for it ({@code Office365})
     */
    public boolean permits(Set<String> principals, Set<String> application) {
        boolean user = lists(users, EVERYBODY, principals);
        boolean app = lists(applications, EVERYTHING, application);
        if (!usersAllowed && !applicationsAllowed) {
            return !(user && app);
        }
        return user == usersAllowed && app == applicationsAllowed;
    }

    private static boolean lists(Set<String> targets, Set<String> all, Set<String> names) {
        return targets.containsAll(all)
                || names.stream().anyMatch(name -> targets.contains(name.toLowerCase(Locale.ROOT)));
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
