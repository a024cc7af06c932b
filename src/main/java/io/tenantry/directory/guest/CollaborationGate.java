package io.tenantry.directory.guest;

import io.tenantry.error.GraphError;
import io.tenantry.policy.AccessRule;
import io.tenantry.policy.EffectivePolicy;
import io.tenantry.store.Session;
import io.tenantry.store.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** Whether cross-tenant access settings let somebody be invited at all (directory.md E38; cross-tenant-access-policy.md §6.2). */
@ApplicationScoped
class CollaborationGate {
    private final HomeTenants homes;

    CollaborationGate(HomeTenants homes) {
        this.homes = homes;
    }

    /** E38: what this tenant says about those who come in, and the home tenant about those who go out. */
    void requireOpen(Session inviting, String address) {
        Optional<Tenant> home = homes.of(inviting, address);
        Set<String> principal = homes.user(inviting, address)
                .map(found -> Set.of(found.user().id()))
                .orElse(Set.of());
        String homeId = home.map(Tenant::id).orElse("");
        boolean open = invitable(EffectivePolicy.of(inviting, homeId).rule("b2bCollaborationInbound"), principal)
                && home.map(tenant -> EffectivePolicy.of(
                                inviting.of(tenant), inviting.tenant().id()))
                        .map(policy -> invitable(policy.rule("b2bCollaborationOutbound"), principal))
                        .orElse(true);
        if (!open) {
            throw GraphError.malformed("This invitation is blocked by cross-tenant access settings. Admins in both your"
                    + " organization and the invited user's organization must configure cross-tenant access settings to"
                    + " allow the invitation.");
        }
    }

    /** Whether some application is left that the user could be invited to. */
    private static boolean invitable(AccessRule rule, Set<String> principal) {
        boolean listed = rule.users().contains("allusers") || principal.stream().anyMatch(rule.users()::contains);
        if (!rule.usersAllowed() && !rule.applicationsAllowed()) {
            return !(listed && rule.applications().contains("allapplications"));
        }
        return listed == rule.usersAllowed();
    }
}
