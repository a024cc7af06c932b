package io.tenantry.directory.guest;

import io.tenantry.directory.object.MailAddresses;
import io.tenantry.directory.user.ExternalUser;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Where the users of other tenants are at home: found by the domain of their address. */
@ApplicationScoped
class HomeTenants {
    /** A user and the tenant where it is at home. */
    record Home(Tenant tenant, Entity user) {}

    private final Tenants tenants;

    HomeTenants(Tenants tenants) {
        this.tenants = tenants;
    }

    /** Another tenant of this server that has verified the domain of an address. */
    Optional<Tenant> of(Session inviting, String address) {
        return tenants.byDomain(address.substring(address.indexOf('@') + 1))
                .filter(home -> home.key() != inviting.tenant().key());
    }

    /** The internal user of that tenant who has the address. */
    Optional<Home> user(Session inviting, String address) {
        return of(inviting, address)
                .flatMap(tenant -> holder(inviting.of(tenant), address).map(user -> new Home(tenant, user)));
    }

    private static Optional<Entity> holder(Session home, String address) {
        return home.findBy("user", "userPrincipalName", address)
                .or(() -> home.holding("proxyAddresses", MailAddresses.proxy(address)).stream()
                        .filter(object -> object.type().equals("user"))
                        .findFirst())
                .or(() -> home.findBy("user", "mail", address))
                .filter(user -> !ExternalUser.isExternal(user));
    }
}
