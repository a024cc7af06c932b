package io.tenantry.control.token;

import io.tenantry.format.Ids;
import io.tenantry.scenario.World;
import io.tenantry.store.Entity;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.token.issue.ActingClient;
import jakarta.enterprise.context.ApplicationScoped;

/** The application in whose name tokens are made: the tenant's first client, or one of the server's own where it has none. */
@ApplicationScoped
class TokenClients {
    private final World world;
    private final Store store;

    TokenClients(World world, Store store) {
        this.world = world;
        this.store = store;
    }

    /** @param acr what its tokens say of how it proved who it is */
    ActingClient of(Tenant tenant, String acr) {
        return world.listed().stream()
                .filter(listed -> listed.tenantId().equals(tenant.id()))
                .flatMap(listed -> listed.clients().stream())
                .findFirst()
                .map(client -> new ActingClient(
                        client.appId(), client.displayName(), servicePrincipal(tenant, client.appId()), acr))
                .orElseGet(() -> own(tenant, acr));
    }

    private String servicePrincipal(Tenant tenant, String appId) {
        return store.read(tenant, session -> session.findBy("servicePrincipal", "appId", appId))
                .map(Entity::id)
                .orElseGet(() -> Ids.derived(tenant.id() + "/client/" + appId));
    }

    private static ActingClient own(Tenant tenant, String acr) {
        return new ActingClient(Ids.derived("Tenantry"), "Tenantry", Ids.derived(tenant.id() + "/Tenantry"), acr);
    }
}
