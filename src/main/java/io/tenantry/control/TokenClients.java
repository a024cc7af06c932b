package io.tenantry.control;

import io.tenantry.format.Ids;
import io.tenantry.scenario.World;
import io.tenantry.store.Entity;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import jakarta.enterprise.context.ApplicationScoped;

/** The application in whose name tokens are made: the tenant's first client, or one of the server's own where it has none. */
@ApplicationScoped
class TokenClients {
    record Client(String appId, String displayName, String servicePrincipalId) {}

    private final World world;
    private final Store store;

    TokenClients(World world, Store store) {
        this.world = world;
        this.store = store;
    }

    Client of(Tenant tenant) {
        return world.listed().stream()
                .filter(listed -> listed.tenantId().equals(tenant.id()))
                .flatMap(listed -> listed.clients().stream())
                .findFirst()
                .map(client ->
                        new Client(client.appId(), client.displayName(), servicePrincipal(tenant, client.appId())))
                .orElseGet(() -> own(tenant));
    }

    private String servicePrincipal(Tenant tenant, String appId) {
        return store.read(tenant, session -> session.findBy("servicePrincipal", "appId", appId))
                .map(Entity::id)
                .orElseGet(() -> Ids.derived(tenant.id() + "/client/" + appId));
    }

    private static Client own(Tenant tenant) {
        return new Client(Ids.derived("Tenantry"), "Tenantry", Ids.derived(tenant.id() + "/Tenantry"));
    }
}
