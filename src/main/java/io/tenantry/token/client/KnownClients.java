package io.tenantry.token.client;

import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Tenants;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds clients where they are registered. */
@Singleton
public class KnownClients {
    private final Tenants tenants;

    KnownClients(Tenants tenants) {
        this.tenants = tenants;
    }

    /** Empty where the tenant has no service principal of the application. */
    public Optional<KnownClient> find(Session session, String appId) {
        return session.findBy("servicePrincipal", "appId", appId)
                .map(principal -> new KnownClient(appId, session, Optional.of(principal), home(session, principal)));
    }

    private Session home(Session session, Entity principal) {
        String owner = principal.text("appOwnerOrganizationId");
        return owner == null || owner.equals(session.tenant().id())
                ? session
                : tenants.byId(owner).map(session::of).orElse(session);
    }
}
