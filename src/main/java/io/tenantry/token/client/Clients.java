package io.tenantry.token.client;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.Optional;

/**
 * What the token service knows of applications beyond their directory objects: secrets (hashed). It is kept
 * as an entity of the internal type {@code client} under the application's appId, in each tenant where the application is at home.
 */
public final class Clients {
    private static final String TYPE = "client";

    private Clients() {}

    /**
     * A client with one secret that never expires, none where it is empty. Its application and service principal are the caller's
     * business.
     */
    public static void register(
            Session session, String appId, String displayName, String servicePrincipalId, String secret) {
        Entity client = entity(appId, displayName).set("servicePrincipalId", servicePrincipalId);
        if (!secret.isEmpty()) {
            client.array("secrets").add(ClientSecret.of("", secret, null, null).toJson());
        }
        session.insert(client);
    }

    /** A further secret; the application becomes a client with its first one. */
    static void addSecret(Session session, String appId, String displayName, ClientSecret secret) {
        Optional<Entity> known = session.find(TYPE, Ids.canonical(appId));
        Entity client = known.orElseGet(() -> entity(appId, displayName));
        client.array("secrets").add(secret.toJson());
        if (known.isPresent()) {
            session.update(client);
        } else {
            session.insert(client);
        }
    }

    /** False where the client has no such secret. */
    static boolean removeSecret(Session session, String appId, String keyId) {
        Optional<Entity> known = session.find(TYPE, Ids.canonical(appId));
        ArrayNode kept = Json.array();
        known.ifPresent(client -> client.array("secrets").forEach(secret -> {
            if (!secret.path("keyId").asText().equals(Ids.canonical(keyId))) {
                kept.add(secret);
            }
        }));
        if (known.isEmpty() || kept.size() == known.get().array("secrets").size()) {
            return false;
        }
        session.update(known.get().set("secrets", kept));
        return true;
    }

    public static Optional<Client> find(Session session, String appId) {
        return session.find(TYPE, Ids.canonical(appId)).map(Client::of);
    }

    private static Entity entity(String appId, String displayName) {
        return Entity.of(TYPE, Ids.canonical(appId)).set("displayName", displayName);
    }
}
