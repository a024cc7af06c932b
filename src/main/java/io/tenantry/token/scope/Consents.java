package io.tenantry.token.scope;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.token.client.ClientApplication;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which delegated permissions of a resource a client has for a user: consented to by the user, or by an administrator for all. */
public final class Consents {
    private Consents() {}

    /** In alphabetical order. */
    public static Set<String> of(Session session, ClientApplication client, Entity user, Resource resource) {
        Set<String> scopes = new LinkedHashSet<>(withoutAsking(client, resource));
        if (resource.application() != null) {
            scopes.addAll(preAuthorized(resource, client.appId()));
        }
        for (Entity grant : session.allBy("oAuth2PermissionGrant", "clientId", client.principalId())) {
            boolean forUser = grant.text("principalId") == null
                    || grant.text("principalId").equals(user.id());
            if (forUser
                    && resource.principal() != null
                    && grant.text("resourceId").equals(resource.principal().id())) {
                scopes.addAll(List.of(grant.text("scope").strip().split("\\s+")));
            }
        }
        scopes.remove("");
        return new LinkedHashSet<>(scopes.stream().sorted().toList());
    }

    /** What needs no consent: Microsoft's own command lines have it, and a client has its own scopes. */
    private static Set<String> withoutAsking(ClientApplication client, Resource resource) {
        if (client.isCommandLine()) {
            return client.permissionsOfCommandLine(resource.appId());
        }
        if (client.appId().equals(resource.appId())) {
            return resource.delegatedPermissions().keySet();
        }
        return Set.of();
    }

    /** An API trusts the clients that it names. */
    private static Set<String> preAuthorized(Resource resource, String clientId) {
        Set<String> ids = new LinkedHashSet<>();
        for (JsonNode each : resource.application().properties().path("api").path("preAuthorizedApplications")) {
            if (each.path("appId").asText().equalsIgnoreCase(clientId)) {
                each.path("delegatedPermissionIds").forEach(id -> ids.add(id.asText()));
            }
        }
        Set<String> names = new LinkedHashSet<>();
        resource.delegatedPermissions().forEach((name, scope) -> {
            if (ids.contains(scope.path("id").asText())) {
                names.add(name);
            }
        });
        return names;
    }
}
