package io.tenantry.token.signin;

import io.tenantry.directory.object.HiddenProperties;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Tenants;
import jakarta.enterprise.context.ApplicationScoped;

/** Where the users of a tenant are at home: there, or for guests in the tenant that they are bound to. */
@ApplicationScoped
public class HomeAccounts {
    private final Tenants tenants;

    HomeAccounts(Tenants tenants) {
        this.tenants = tenants;
    }

    public Account of(Session session, Entity user) {
        String binding = user.text(HiddenProperties.BINDING);
        if (binding == null) {
            return new Account(session.tenant(), user);
        }
        String[] parts = binding.split("/", 2);
        return tenants.byId(parts[0])
                .flatMap(home -> session.of(home).find("user", parts[1]).map(there -> new Account(home, there)))
                .orElseGet(() -> new Account(session.tenant(), user));
    }
}
