package io.tenantry.token.scope;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.token.client.ClientApplication;
import java.util.LinkedHashSet;
import java.util.Set;

/** What an application registered that it requires ({@code requiredResourceAccess}). */
public final class Required {
    private Required() {}

    /** Names of delegated permissions at a resource. */
    public static Set<String> delegated(ClientApplication client, Resource resource) {
        Set<String> ids = ids(client, resource, "Scope");
        Set<String> names = new LinkedHashSet<>();
        resource.delegatedPermissions().forEach((name, scope) -> {
            if (ids.contains(scope.path("id").asText())) {
                names.add(name);
            }
        });
        return names;
    }

    /** Ids of app roles at a resource. */
    public static Set<String> roles(ClientApplication client, Resource resource) {
        return ids(client, resource, "Role");
    }

    /** Ids of the applications of which it requires anything. */
    public static Set<String> resources(ClientApplication client) {
        Set<String> ids = new LinkedHashSet<>();
        client.application()
                .array("requiredResourceAccess")
                .forEach(access -> ids.add(access.path("resourceAppId").asText()));
        return ids;
    }

    private static Set<String> ids(ClientApplication client, Resource resource, String type) {
        Set<String> ids = new LinkedHashSet<>();
        for (JsonNode access : client.application().array("requiredResourceAccess")) {
            if (access.path("resourceAppId").asText().equalsIgnoreCase(resource.appId())) {
                access.path("resourceAccess").forEach(each -> {
                    if (each.path("type").asText().equals(type)) {
                        ids.add(each.path("id").asText());
                    }
                });
            }
        }
        return ids;
    }
}
