package io.tenantry.token.key;

import static jakarta.interceptor.Interceptor.Priority.LIBRARY_AFTER;

import io.quarkus.runtime.StartupEvent;
import io.tenantry.store.Store;
import io.tenantry.store.failure.UniqueViolation;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;

/**
 * The key of this server's tokens. It is made on the first start and kept among the store's named values, so that a token
 * outlives restarts and resets and is good at every replica.
 */
@Singleton
public class SigningKey {
    private static final String NAME = "token.signing-key";

    private final Store store;
    private final CompletableFuture<SigningIdentity> identity = new CompletableFuture<>();

    public SigningKey(Store store) {
        this.store = store;
    }

    /** After the store was opened. A new key takes a third of a second, for which the rest of the start does not wait. */
    public void load(@Observes @Priority(10) StartupEvent event) {
        SigningIdentity found = stored();
        if (found == null) {
            identity.completeAsync(() -> write(SigningIdentity.create()));
        } else {
            identity.complete(found);
        }
    }

    /** Who listens has a key. */
    void await(@Observes @Priority(LIBRARY_AFTER) StartupEvent event) {
        identity();
    }

    public SigningIdentity identity() {
        return identity.join();
    }

    private SigningIdentity stored() {
        String text = store.readAll(registry -> registry.value(NAME));
        return text == null ? null : SigningIdentity.parse(text);
    }

    private SigningIdentity write(SigningIdentity made) {
        try {
            return store.writeAll(registry -> {
                if (registry.value(NAME) == null) {
                    registry.value(NAME, made.text());
                    return made;
                }
                return SigningIdentity.parse(registry.value(NAME));
            });
        } catch (UniqueViolation another) {
            // two replicas started at once: the key of the one that was first is everybody's
            return stored();
        }
    }
}
