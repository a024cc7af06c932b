package io.tenantry.directory.application;

import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What applications may do as themselves: app roles that they are assigned at a resource (directory.md §15). There is no other place. */
public final class GrantedPermissions {
    private static final String ROLES =
            "select a.ref3 from entity a join directory_object r on r.tenant = a.tenant and r.id = a.ref2"
                    + " where a.tenant = {tenant} and a.type = '" + AppRoleAssignments.TYPE + "' and a.ref1 = ?"
                    + " and a.deleted_date_time is null and r.app_id = ? and r.type = 'servicePrincipal'";

    private GrantedPermissions() {}

    /** Names of the app roles that a service principal is assigned at the resource with this appId. */
    public static Set<String> of(Session session, String principalId, String resourceAppId) {
        Set<String> roleIds = new HashSet<>(session.query(ROLES, row -> row.getString(1), principalId, resourceAppId));
        Set<String> names = new LinkedHashSet<>();
        if (resourceAppId.equals(FirstPartyApplications.MICROSOFT_GRAPH)) {
            FirstPartyApplications.graphRoles().forEach((name, id) -> add(names, name, roleIds.contains(id)));
        } else if (!roleIds.isEmpty()) {
            session.findBy("servicePrincipal", "appId", resourceAppId).ifPresent(resource -> resource.array("appRoles")
                    .forEach(role -> add(
                            names,
                            role.path("value").asText(""),
                            roleIds.contains(role.path("id").asText()))));
        }
        return names;
    }

    private static void add(Set<String> names, String name, boolean granted) {
        if (granted && !name.isEmpty()) {
            names.add(name);
        }
    }

    /** Whether Microsoft Graph has an application permission of this name. */
    public static boolean known(String permission) {
        return FirstPartyApplications.graphRoles().containsKey(permission);
    }

    /**
     * Consents to application permissions of Microsoft Graph as a scenario says it, {@code *} to all that there are. Nothing is audited, and
     * nothing enters the change sequence.
     */
    public static void consent(Session session, Entity principal, Collection<String> permissions, Instant now) {
        if (permissions.isEmpty()) {
            return;
        }
        Entity graph = session.findBy("servicePrincipal", "appId", FirstPartyApplications.MICROSOFT_GRAPH)
                .orElseThrow(() -> new IllegalStateException("the tenant has no service principal of Microsoft Graph"));
        Map<String, String> roles = FirstPartyApplications.graphRoles();
        Collection<String> names = permissions.contains("*") ? roles.keySet() : new LinkedHashSet<>(permissions);
        session.insertAll(names.stream()
                .map(name -> AppRoleAssignments.build(now, graph, principal, roles.get(name)))
                .toList());
    }
}
