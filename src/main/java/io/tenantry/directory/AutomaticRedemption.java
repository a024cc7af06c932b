package io.tenantry.directory;

import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Whether an invitation needs no consent: the invited user's tenant and the inviting one have both agreed to that in their partner
 * configurations (cross-tenant-access-policy.md §6).
 */
@ApplicationScoped
public class AutomaticRedemption {
    private static final String PARTNER = "crossTenantAccessPolicyConfigurationPartner";

    private final Tenants tenants;

    AutomaticRedemption(Tenants tenants) {
        this.tenants = tenants;
    }

    /** The binding to the home object of an address whose user is redeemed at once; empty where consent is asked. */
    Optional<String> binding(Session inviting, String address) {
        String domain = address.substring(address.indexOf('@') + 1);
        return tenants.byDomain(domain)
                .filter(home -> home.key() != inviting.tenant().key())
                .filter(home -> agreed(inviting, home, "inboundAllowed"))
                .filter(home -> agreed(inviting.of(home), inviting.tenant(), "outboundAllowed"))
                .flatMap(home ->
                        homeUser(inviting.of(home), address).map(user -> ExternalUser.binding(home.id(), user.id())));
    }

    private static boolean agreed(Session session, Tenant partner, String direction) {
        return session.find(PARTNER, partner.id())
                .map(configuration -> configuration.get("automaticUserConsentSettings"))
                .filter(settings -> settings.path(direction).asBoolean())
                .isPresent();
    }

    private static Optional<Entity> homeUser(Session home, String address) {
        return home.findBy("user", "userPrincipalName", address)
                .or(() -> home.holding("proxyAddresses", MailAddresses.proxy(address)).stream()
                        .filter(object -> object.type().equals("user"))
                        .findFirst())
                .or(() -> home.findBy("user", "mail", address))
                .filter(user -> !ExternalUser.isExternal(user));
    }
}
