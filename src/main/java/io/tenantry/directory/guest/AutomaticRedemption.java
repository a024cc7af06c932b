package io.tenantry.directory.guest;

import io.tenantry.directory.user.ExternalUser;
import io.tenantry.policy.EffectivePolicy;
import io.tenantry.store.Session;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Whether an invitation needs no consent because both tenants agreed to that (cross-tenant-access-policy.md §6.3). */
@ApplicationScoped
class AutomaticRedemption {
    private final HomeTenants homes;

    AutomaticRedemption(HomeTenants homes) {
        this.homes = homes;
    }

    /** The binding to the home object of an address whose user is redeemed at once; empty where consent is asked. */
    Optional<String> binding(Session inviting, String address) {
        return homes.user(inviting, address)
                .filter(home -> EffectivePolicy.redeemsAutomatically(
                        EffectivePolicy.of(
                                inviting.of(home.tenant()), inviting.tenant().id()),
                        EffectivePolicy.of(inviting, home.tenant().id())))
                .map(home ->
                        ExternalUser.binding(home.tenant().id(), home.user().id()));
    }
}
