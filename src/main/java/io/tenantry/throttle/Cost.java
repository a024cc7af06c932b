package io.tenantry.throttle;

import java.util.Map;
import java.util.Set;

/** What a request takes of the quota of its application (odata-protocol.md §15). */
final class Cost {
    private static final Set<String> TWO = Set.of(
            "applications",
            "users",
            "oauth2PermissionGrants",
            "licenseDetails",
            "memberOf",
            "ownedObjects",
            "transitiveMemberOf",
            "appRoleAssignments",
            "getMemberGroups",
            "getMemberObjects");
    private static final Set<String> THREE = Set.of("subscribedSkus", "contracts", "getByIds");
    private static final Set<String> FOUR =
            Set.of("isMemberOf", "checkMemberGroups", "checkMemberObjects", "domainNameReferences");
    private static final int FEW = 20;

    private Cost() {}

    /**
     * @param template of the path, keys as {@code {}}
     * @param options by name, without {@code $}
     */
    static int of(String method, String template, Map<String, String> options) {
        if (!method.equals("GET") && !isQuestion(template)) {
            return 1;
        }
        int cost = base(template);
        if (options.containsKey("select")) {
            cost--;
        }
        if (options.containsKey("expand")) {
            cost++;
        }
        if (options.containsKey("top") && isBelow(options.get("top"))) {
            cost--;
        }
        return Math.max(1, cost);
    }

    private static boolean isQuestion(String template) {
        return base(template) > 1 && !TWO.contains(last(template))
                || last(template).startsWith("getMember");
    }

    private static int base(String template) {
        String last = last(template);
        if (template.equals("groups/{}/members") || THREE.contains(last)) {
            return 3;
        }
        if (last.equals("transitiveMembers")) {
            return 5;
        }
        return FOUR.contains(last) ? 4 : TWO.contains(last) ? 2 : 1;
    }

    /** The last segment that is no key. */
    private static String last(String template) {
        String named = template.replace("/{}", "").replaceAll("^/", "");
        return named.substring(named.lastIndexOf('/') + 1).replaceAll("^microsoft\\.graph\\.|\\(.*", "");
    }

    private static boolean isBelow(String top) {
        return top.matches("\\d{1,2}") && Integer.parseInt(top) < FEW;
    }
}
