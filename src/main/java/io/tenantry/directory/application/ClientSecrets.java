package io.tenantry.directory.application;

import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.time.Instant;

/**
 * Where the secrets of applications and service principals are kept, so that the token service can check them. What is handed over here
 * is the only sight of a secret's text: it is to be kept as a hash.
 */
public interface ClientSecrets {
    /** A secret that its owner may sign in with between the two instants. */
    record Secret(String keyId, String text, Instant from, Instant until) {}

    /** @param owner application or service principal */
    void keep(Session session, Entity owner, Secret secret);

    void forget(Session session, Entity owner, String keyId);

    /** Whether this is a secret of the owner that counts now. */
    boolean matches(Session session, Entity owner, String text, Instant now);
}
