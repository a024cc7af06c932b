package io.tenantry.token.claim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.directory.application.AppRoleAssignments;
import io.tenantry.directory.object.Memberships;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** The groups that a user belongs to, of the kinds that an application asks for and in the form that it asks for. */
final class GroupClaims {
    /** What a token has room for. */
    private static final int MOST = 200;
    /** What the fragment of a URL has room for. */
    private static final int MOST_IN_FRAGMENT = 5;

    private static final String ALL = "all";
    private static final String SECURITY = "securitygroup";
    static final String ASSIGNED = "applicationgroup";

    private GroupClaims() {}

    /** @param principal of the application, null where the tenant has none */
    static void add(ObjectNode claims, AskedClaims asked, ToldUser told, Entity principal, boolean inFragment) {
        Set<String> ids = ids(asked, told, principal);
        Collection<String> values = GroupNames.of(asked)
                .map(names -> (Collection<String>) names.of(told.session().objects(ids)))
                .orElse(ids);
        if (inFragment && values.size() > MOST_IN_FRAGMENT) {
            claims.put("hasgroups", true);
        } else if (values.size() > MOST) {
            refer(claims, told);
        } else if (!values.isEmpty()) {
            claims.set(asked.asks("groups", "emit_as_roles") ? "roles" : "groups", Json.array(values));
        }
    }

    private static Set<String> ids(AskedClaims asked, ToldUser told, Entity principal) {
        Set<String> ids = new LinkedHashSet<>();
        String user = told.user().id();
        if (asked.groupMembership().contains(ALL)) {
            ids.addAll(Memberships.objects(told.session(), user, false));
        } else if (asked.groupMembership().contains(SECURITY)) {
            ids.addAll(Memberships.objects(told.session(), user, true));
        }
        if (asked.groupMembership().contains(ASSIGNED) && principal != null) {
            ids.addAll(AppRoleAssignments.groupsOf(told.session(), told.user(), principal));
        }
        return ids;
    }

    /** Too many: they can be asked for. */
    private static void refer(ObjectNode claims, ToldUser told) {
        claims.putObject("_claim_names").put("groups", "src1");
        claims.putObject("_claim_sources")
                .putObject("src1")
                .put("endpoint", told.graph() + "/v1.0/users/" + told.user().id() + "/getMemberObjects");
    }
}
