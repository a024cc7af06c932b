package io.tenantry.provisioning.schedule;

import io.tenantry.store.Store;
import io.tenantry.store.StoreUnderTest;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test that plays in baseline B, on the embedded store or {@link OnPostgres}. */
abstract class EngineTest {
    @TempDir
    Path folder;

    World w;

    Supplier<Store> database() {
        return onPostgres() ? PostgresWorlds.emptied() : () -> StoreUnderTest.in(folder);
    }

    /** Another one. */
    Supplier<Store> database(String name) {
        return onPostgres() ? PostgresWorlds.another() : () -> StoreUnderTest.in(folder.resolve(name));
    }

    private boolean onPostgres() {
        return getClass().isAnnotationPresent(OnPostgres.class);
    }

    @BeforeEach
    void baseline() {
        w = World.baseline(database());
    }

    @AfterEach
    void close() {
        w.close();
    }
}
