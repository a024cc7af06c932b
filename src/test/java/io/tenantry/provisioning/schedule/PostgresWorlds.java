package io.tenantry.provisioning.schedule;

import io.tenantry.store.PostgresInstance;
import io.tenantry.store.Registry;
import io.tenantry.store.Store;
import io.tenantry.store.StoreUnderTest;
import java.util.function.Supplier;

/** Where test worlds are kept on PostgreSQL. To make a database takes seconds, to empty one does not: tests that need one at a time share it. */
final class PostgresWorlds {
    private static String shared;

    private PostgresWorlds() {}

    /** The one that all share, empty when it is first opened. */
    static synchronized Supplier<Store> emptied() {
        if (shared == null) {
            shared = PostgresInstance.newDatabase();
        }
        Store store = StoreUnderTest.postgresql(shared);
        store.writeAll(PostgresWorlds::clear);
        StoreUnderTest.close(store);
        return () -> StoreUnderTest.postgresql(shared);
    }

    private static Void clear(Registry registry) {
        registry.clear();
        return null;
    }

    /** Another one. */
    static Supplier<Store> another() {
        String url = PostgresInstance.newDatabase();
        return () -> StoreUnderTest.postgresql(url);
    }
}
