package io.tenantry.token;

import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The app roles that the directory grants to a service principal. */
final class Grants {
    private Grants() {}

    /** Values of the app roles that a principal was assigned at a resource. */
    static Set<String> appRoles(Session session, String principalId, String resourceAppId) {
        List<Entity> assignments = session.allBy("appRoleAssignment", "principalId", principalId);
        if (assignments.isEmpty()) {
            return Set.of();
        }
        Set<String> roles = new LinkedHashSet<>();
        session.findBy("servicePrincipal", "appId", resourceAppId).ifPresent(resource -> {
            for (Entity assignment : assignments) {
                if (resource.id().equals(assignment.text("resourceId"))) {
                    addValue(roles, resource, assignment.text("appRoleId"));
                }
            }
        });
        return roles;
    }

    private static void addValue(Set<String> roles, Entity resource, String appRoleId) {
        resource.properties().path("appRoles").forEach(role -> {
            if (role.path("id").asText().equals(appRoleId) && role.hasNonNull("value")) {
                roles.add(role.get("value").asText());
            }
        });
    }
}
