package io.tenantry.token.authorize;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.directory.role.AuthorizationPolicy;
import io.tenantry.store.Session;
import io.tenantry.token.client.ClientApplication;
import io.tenantry.token.scope.Grantable.Missing;
import java.util.List;

/** What users may consent to by themselves (permissions-consent-overview, configure-user-consent). */
final class UserConsent {
    private static final String BY_USERS = "ManagePermissionGrantsForSelf.";

    private UserConsent() {}

    static boolean covers(Session session, ClientApplication client, List<Missing> missing) {
        return missing.isEmpty()
                || isOpenTo(client)
                        && isLeftToUsers(session)
                        && missing.stream().allMatch(UserConsent::isForUsers);
    }

    /** An application that is only for those who were assigned to it is consented to for all of them [doc]. */
    private static boolean isOpenTo(ClientApplication client) {
        return client.principal() == null || !client.principal().flag("appRoleAssignmentRequired");
    }

    /** A tenant leaves it to them unless its policy assigns them no policy of consent. */
    private static boolean isLeftToUsers(Session session) {
        for (JsonNode policy : AuthorizationPolicy.of(session)
                .properties()
                .path("defaultUserRolePermissions")
                .path("permissionGrantPoliciesAssigned")) {
            if (policy.asText().startsWith(BY_USERS)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isForUsers(Missing missing) {
        var declared = missing.resource().delegatedPermissions();
        return missing.names().stream().allMatch(name -> {
            JsonNode permission = declared.get(name);
            return permission == null || permission.path("type").asText("User").equals("User");
        });
    }
}
