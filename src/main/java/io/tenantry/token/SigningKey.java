package io.tenantry.token;

import io.quarkus.runtime.StartupEvent;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import io.tenantry.store.UniqueViolation;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * The key of this server's tokens. It is made on the first start and kept in the store, so that a token outlives restarts and is
 * good at every replica.
 */
@Singleton
public class SigningKey {
    private static final String NAME = "token.signing-key";

    private final Store store;
    private final Tenants tenants;
    private volatile SigningIdentity identity;
    private volatile List<Tenant> keptBeside;

    SigningKey(Store store, Tenants tenants) {
        this.store = store;
        this.tenants = tenants;
    }

    /** After the store was opened, and before anything that asks for tokens. */
    void load(@Observes @Priority(10) StartupEvent event) {
        identity = stored();
        if (identity == null) {
            identity = SigningIdentity.create();
            keep();
        }
    }

    /**
     * Writes the key back where the store has lost it: a reset or a new scenario replaces everything stored, but tokens that are out
     * stay good. Not to be called inside a write transaction.
     */
    public void keep() {
        List<Tenant> current = tenants.all();
        SigningIdentity found = stored();
        if (found == null) {
            found = write();
        }
        identity = found;
        keptBeside = current;
    }

    /** As {@link #keep()}, when the tenants are others than last time; costs nothing otherwise. */
    void keepAfterReset() {
        if (keptBeside != tenants.all()) {
            keep();
        }
    }

    SigningIdentity identity() {
        return identity;
    }

    private SigningIdentity stored() {
        String text = store.readAll(registry -> registry.value(NAME));
        return text == null ? null : SigningIdentity.parse(text);
    }

    private SigningIdentity write() {
        try {
            return store.writeAll(registry -> {
                if (registry.value(NAME) == null) {
                    registry.value(NAME, identity.text());
                    return identity;
                }
                return SigningIdentity.parse(registry.value(NAME));
            });
        } catch (UniqueViolation another) {
            // two replicas started at once: the key of the one that was first is everybody's
            return stored();
        }
    }
}
