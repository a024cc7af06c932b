package io.tenantry.directory;

import io.quarkus.arc.DefaultBean;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Keeps hashes of secrets beside their owner, as entities that Graph does not know. */
@ApplicationScoped
@DefaultBean
public class StoredClientSecrets implements ClientSecrets {
    private static final String TYPE = "clientSecret";

    @Override
    public void keep(Session session, Entity owner, Secret secret) {
        session.insert(Entity.childOf(owner.id(), TYPE, secret.keyId())
                .set("hash", Passwords.hash(secret.text()))
                .set("from", secret.from())
                .set("until", secret.until()));
    }

    @Override
    public void forget(Session session, Entity owner, String keyId) {
        session.findChild(TYPE, owner.id(), keyId).ifPresent(session::remove);
    }

    @Override
    public boolean matches(Session session, Entity owner, String text, Instant now) {
        return session.children(TYPE, owner.id()).stream()
                .filter(secret -> !now.isBefore(secret.instant("from")) && now.isBefore(secret.instant("until")))
                .anyMatch(secret -> Passwords.matches(text, secret.text("hash")));
    }
}
