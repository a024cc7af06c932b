package io.tenantry.token.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.directory.application.GrantedPermissions;
import io.tenantry.directory.seed.RegisteredApplications;
import io.tenantry.store.Entity;
import io.tenantry.world.SeedContext;
import io.tenantry.world.TenantSeed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** The clients of a scenario: registered applications with a secret, their permissions consented. */
@ApplicationScoped
public class ClientSeed implements TenantSeed {
    @Override
    public int order() {
        return 10;
    }

    @Override
    public void seed(SeedContext context) {
        context.tenant().path("clients").forEach(client -> add(context, client));
    }

    private static void add(SeedContext context, JsonNode client) {
        String appId = client.path("appId").asText();
        String displayName = client.path("displayName").asText(appId);
        Entity principal = RegisteredApplications.add(context.session(), appId, displayName, context.now());
        List<String> permissions = new ArrayList<>();
        client.path("permissions").forEach(permission -> permissions.add(permission.asText()));
        Clients.register(
                context.session(),
                appId,
                displayName,
                principal.id(),
                client.path("secret").asText());
        GrantedPermissions.consent(context.session(), principal, permissions, context.now());
    }
}
