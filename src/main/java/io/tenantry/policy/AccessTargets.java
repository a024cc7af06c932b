package io.tenantry.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Ids;
import io.tenantry.format.PascalCase;
import java.util.Map;
import java.util.Set;

/**
 * Which targets may stand in which half of a setting: a keyword of the half, or the GUID of a user, group or application
 * (cross-tenant-access-policy.md §3.4). Whether the object exists is not asked.
 */
final class AccessTargets {
    /** Keyword → its target type. */
    private static final Map<String, String> KEYWORDS = Map.of(
            "AllUsers", "user",
            "AllApplications", "application",
            "Office365", "application",
            "AllMicrosoftApps", "application");

    private static final Set<String> PRINCIPALS = Set.of("user", "group");
    private static final Set<String> APPLICATIONS = Set.of("application");

    /** Half → what its targets may be. */
    private static final Map<String, Set<String>> TYPES =
            Map.of("usersAndGroups", PRINCIPALS, "users", PRINCIPALS, "applications", APPLICATIONS);

    private AccessTargets() {}

    /** Refuses a setting that holds a target that does not fit its half. */
    static void check(ObjectNode setting) {
        TYPES.forEach((half, types) -> {
            for (JsonNode target : setting.path(half).path("targets")) {
                if (!fits(target, types)) {
                    throw PolicyErrors.invalidTarget(PascalCase.of(half));
                }
            }
        });
    }

    private static boolean fits(JsonNode target, Set<String> types) {
        String name = target.path("target").asText();
        String type = target.path("targetType").asText();
        String keywordType = KEYWORDS.get(name);
        return types.contains(type) && (keywordType == null ? Ids.isGuid(name) : keywordType.equals(type));
    }
}
