package io.tenantry.provisioning.schedule;

import io.tenantry.store.Store;
import io.tenantry.store.StoreUnderTest;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A test that plays in baseline B, on the embedded store or {@link OnPostgres}. */
@Execution(ExecutionMode.CONCURRENT)
abstract class EngineTest {
    @TempDir
    Path folder;

    World w;

    Supplier<Store> database() {
        return onPostgres() ? postgresql() : () -> StoreUnderTest.withTables(folder);
    }

    /** Another one. */
    Supplier<Store> database(String name) {
        return onPostgres() ? postgresql() : () -> StoreUnderTest.withTables(folder.resolve(name));
    }

    private boolean onPostgres() {
        return getClass().isAnnotationPresent(OnPostgres.class);
    }

    static Supplier<Store> postgresql() {
        return UsedDatabase.taken();
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
