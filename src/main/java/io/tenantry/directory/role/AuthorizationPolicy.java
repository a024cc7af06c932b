package io.tenantry.directory.role;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.AuditEvent;
import io.tenantry.audit.AuditLog;
import io.tenantry.directory.object.DirectoryErrors;
import io.tenantry.family.CollectionSource;
import io.tenantry.family.Family;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.format.Json;
import io.tenantry.format.Merge;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What users may do by themselves, and who may invite guests (directory.md §6; trust-review.md §5.1). */
@ApplicationScoped
public class AuthorizationPolicy implements Family {
    private static final String TYPE = "authorizationPolicy";
    private static final String PATH = "/policies/authorizationPolicy";
    /** Limited access: the default of new tenants. */
    private static final String GUEST_USER = "10dae51f-b6af-4016-8d66-8c2a99b929b3";

    private static final Set<String> GUEST_ROLES =
            Set.of(GUEST_USER, "a0b1b346-4d3e-4e8b-98f8-753987be4970", "2af84b1e-32c8-42b7-82bc-daa82404023b");

    @Override
    public void register(GraphRegistry graph) {
        graph.single(PATH, (call, owner) -> Optional.of(of(call.session())));
        graph.update(PATH, AuthorizationPolicy::update);
        // beta has a collection of this one policy
        graph.source(PATH, (call, owner) -> new CollectionSource.Fixed(List.of(of(call.session()))));
        graph.keyed(PATH + "/{}", (call, owner, key) -> Optional.of(of(call.session()))
                .filter(policy -> policy.id().equalsIgnoreCase(key)));
        graph.update(PATH + "/{}", AuthorizationPolicy::update);
    }

    public static Entity of(Session session) {
        return session.find(TYPE, TYPE).orElseGet(AuthorizationPolicy::initial);
    }

    public static Entity initial() {
        Entity policy = Entity.of(TYPE, TYPE)
                .set("displayName", "Authorization Policy")
                .set("description", "Used to manage authorization related settings across the company.")
                .set("allowInvitesFrom", "everyone")
                .set("allowedToSignUpEmailBasedSubscriptions", true)
                .set("allowedToUseSSPR", true)
                .set("allowEmailVerifiedUsersToJoinOrganization", false)
                .set("blockMsolPowerShell", false)
                .set("guestUserRoleId", GUEST_USER);
        ObjectNode permissions = Json.object()
                .put("allowedToCreateApps", true)
                .put("allowedToCreateSecurityGroups", true)
                .put("allowedToCreateTenants", true)
                .put("allowedToReadBitlockerKeysForOwnedDevice", true)
                .put("allowedToReadOtherUsers", true);
        permissions
                .putArray("permissionGrantPoliciesAssigned")
                .add("ManagePermissionGrantsForSelf.microsoft-user-default-legacy");
        return policy.set("defaultUserRolePermissions", permissions);
    }

    private static void update(GraphCall call, Entity policy, ObjectNode body) {
        if (body.hasNonNull("guestUserRoleId")
                && !GUEST_ROLES.contains(body.get("guestUserRoleId").asText())) {
            throw DirectoryErrors.invalidValue("guestUserRoleId", "AuthorizationPolicy");
        }
        Merge.into(policy.properties(), body);
        call.session().update(policy);
        AuditLog.record(
                call,
                AuditEvent.of("Update authorization policy", "Policy", "Update")
                        .target("Policy", policy.id(), policy.text("displayName"), null));
    }
}
