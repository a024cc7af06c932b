package io.tenantry.token.client;

import io.tenantry.directory.application.ClientSecrets;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Password credentials of applications and service principals as the token service takes them. Both belong to the same client: a
 * secret of either signs it in.
 */
@ApplicationScoped
public class PasswordSecrets implements ClientSecrets {
    @Override
    public void keep(Session session, Entity owner, Secret secret) {
        Clients.addSecret(
                session,
                owner.text("appId"),
                owner.text("displayName"),
                ClientSecret.of(secret.keyId(), secret.text(), secret.from(), secret.until()));
    }

    @Override
    public void forget(Session session, Entity owner, String keyId) {
        Clients.removeSecret(session, owner.text("appId"), keyId);
    }

    @Override
    public boolean matches(Session session, Entity owner, String text, Instant now) {
        return Clients.find(session, owner.text("appId"))
                .filter(client -> client.verify(text, now) == Client.Verdict.GOOD)
                .isPresent();
    }
}
