package io.tenantry.token.key;

import io.quarkus.runtime.StartupEvent;
import io.tenantry.store.Store;
import io.tenantry.store.failure.UniqueViolation;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * The key of this server's tokens. It is made on the first start and kept among the store's named values, so that a token
 * outlives restarts and resets and is good at every replica.
 */
@Singleton
public class SigningKey {
    private static final String NAME = "token.signing-key";

    private final Store store;
    private volatile SigningIdentity identity;

    public SigningKey(Store store) {
        this.store = store;
    }

    /** After the store was opened, and before anything that asks for tokens. */
    public void load(@Observes @Priority(10) StartupEvent event) {
        SigningIdentity found = stored();
        identity = found == null ? write(SigningIdentity.create()) : found;
    }

    public SigningIdentity identity() {
        return identity;
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
