package io.tenantry.token;

import io.tenantry.directory.application.ClientSecrets;
import io.tenantry.directory.application.ClientSecrets.Secret;
import io.tenantry.directory.application.FirstPartyApplications;
import io.tenantry.directory.application.GrantedPermissions;
import io.tenantry.format.Ids;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.token.authority.GraphAudience;
import io.tenantry.token.client.Clients;
import io.tenantry.token.client.PasswordSecrets;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** A tenant of its own for one test, with applications that can ask for tokens. */
public final class TokenWorld {
    public static final String SECRET = "harbor-light-secret~1";

    public final Tenant tenant;
    private final Store store;
    private final ClientSecrets secrets = new PasswordSecrets();

    private TokenWorld(Store store, Tenant tenant) {
        this.store = store;
        this.tenant = tenant;
    }

    public static TokenWorld tenant(Store store, String displayName) {
        String id = Ids.random();
        List<String> domains =
                List.of("t" + id.substring(0, 8) + ".onmicrosoft.com", "t" + id.substring(0, 8) + ".example");
        Instant created = Instant.parse("2025-03-01T00:00:00Z");
        TokenWorld world = new TokenWorld(
                store,
                store.writeAll(registry -> registry.addTenant(id, null, displayName, domains, "global", created)));
        world.write(session ->
                FirstPartyApplications.servicePrincipal(GraphAudience.APP_ID).ifPresent(session::insert));
        return world;
    }

    public String domain() {
        return tenant.initialDomain().replace("onmicrosoft.com", "example");
    }

    /** An application with service principal and {@link #SECRET}; its appId. */
    public String client(String displayName, String... permissions) {
        String appId = Ids.random();
        Entity principal = principal(appId, displayName);
        write(session -> {
            Clients.register(session, appId, displayName, principal.id(), SECRET);
            GrantedPermissions.consent(session, principal, List.of(permissions), Instant.EPOCH);
        });
        return appId;
    }

    /** A service principal that is no client yet. */
    public Entity principal(String appId, String displayName) {
        Entity principal = Entity.of("servicePrincipal", Ids.random())
                .set("appId", appId)
                .set("displayName", displayName)
                .set("accountEnabled", true);
        write(session -> session.insert(principal));
        return principal;
    }

    public Entity principalOf(String appId) {
        return store.read(tenant, session -> session.findBy("servicePrincipal", "appId", appId))
                .orElseThrow();
    }

    /** A further secret of an application; without moments it is good at once and for ever. */
    public void secret(String appId, String keyId, String text, Instant from, Instant until) {
        Entity owner = principalOf(appId);
        write(session -> secrets.keep(session, owner, new Secret(keyId, text, from, until)));
    }

    public void forget(String appId, String keyId) {
        Entity owner = principalOf(appId);
        write(session -> secrets.forget(session, owner, keyId));
    }

    public void write(Consumer<Session> work) {
        store.write(tenant, session -> {
            work.accept(session);
            return null;
        });
    }
}
