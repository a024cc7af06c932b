package io.tenantry.store;

import io.tenantry.time.VirtualClock;
import java.nio.file.Path;
import java.util.Optional;

/** The embedded store without a server around it, for tests of plain Java. */
public final class EmbeddedStore {
    private EmbeddedStore() {}

    public static Store open(Path folder) {
        return open(Optional.empty(), folder);
    }

    /** The other database, for the same tests. */
    public static Store postgresql(String url) {
        return open(Optional.of(url), Path.of("unused"));
    }

    private static Store open(Optional<String> url, Path folder) {
        return new Store(
                new StoreConfig() {
                    @Override
                    public Optional<String> store() {
                        return url;
                    }

                    @Override
                    public Optional<String> storeUser() {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<String> sealKey() {
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
                },
                new VirtualClock());
    }

    public static Tenants tenants(Store store) {
        return new Tenants(store);
    }

    public static void close(Store store) {
        store.close();
    }
}
