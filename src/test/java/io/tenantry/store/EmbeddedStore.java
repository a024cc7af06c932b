package io.tenantry.store;

import java.nio.file.Path;
import java.util.Optional;

/** The embedded store without a server around it, for tests of plain Java. */
public final class EmbeddedStore {
    private EmbeddedStore() {}

    public static Store open(Path folder) {
        return new Store(new StoreConfig() {
            @Override
            public Optional<String> store() {
                return Optional.empty();
            }

            @Override
            public Optional<String> storeUser() {
                return Optional.empty();
            }

            @Override
            public Optional<String> storePassword() {
                return Optional.empty();
            }

            @Override
            public Path data() {
                return folder;
            }

            @Override
            public boolean ephemeral() {
                return false;
            }
        });
    }

    public static Tenants tenants(Store store) {
        return new Tenants(store);
    }

    public static void close(Store store) {
        try {
            store.close();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
