package io.tenantry.token;

import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the directory grants to a service principal: app roles at a resource, and directory roles. */
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

    /** Template ids of the directory roles that a principal holds: as member of the role, or by an assignment. */
    static Set<String> directoryRoles(Session session, String principalId) {
        Set<String> roles = new LinkedHashSet<>();
        for (Entity object : session.objects(session.sources("member", principalId))) {
            if (object.type().equals("directoryRole")) {
                roles.add(object.text("roleTemplateId"));
            }
        }
        for (Entity assignment : session.allBy("unifiedRoleAssignment", "principalId", principalId)) {
            if ("/".equals(assignment.text("directoryScopeId"))) {
                roles.add(assignment.text("roleDefinitionId"));
            }
        }
        return roles;
    }
}
