package io.tenantry.store;

import static io.tenantry.store.StoreContractTest.id;
import static io.tenantry.store.StoreContractTest.user;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.format.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Execution(ExecutionMode.CONCURRENT)
class SnapshotsTest {
    private Store store;
    private Snapshots snapshots;
    private Tenant alder;

    static Stream<Arguments> databases() {
        return StoreContractTest.databases();
    }

    void open(Supplier<Store> database) {
        store = database.get();
        snapshots = new Snapshots(store);
        alder = StoreUnderTest.tenant(store, "alder");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void restoringPutsBackWhatWasChangedAddedAndRemoved(Supplier<Store> database) {
        open(database);
        insert("ana", "ben");
        snapshots.take("before", Json.object().put("why", "test"));
        store.write(alder, session -> {
            session.update(user("ana").set("city", "Cork"));
            session.remove(user("ben"));
            session.insert(user("cho"));
            session.references().relate("manager", id("ana"), id("cho"));
            return null;
        });
        StoreUnderTest.tenant(store, "birch");
        assertTrue(snapshots.restore("before"));
        assertEquals(1, new Tenants(store).all().size());
        assertEquals(List.of("ana", "ben"), names());
        assertEquals(
                List.of(), store.read(alder, session -> session.references().targets("manager", id("ana"))));
        assertEquals(
                "test", snapshots.find("before").orElseThrow().note().get("why").asText());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aSnapshotCanBeRestoredManyTimesAndTakenAnew(Supplier<Store> database) {
        open(database);
        snapshots.take("state", Json.object());
        for (int i = 0; i < 3; i++) {
            insert("ana");
            snapshots.restore("state");
            assertEquals(List.of(), names());
        }
        insert("ben");
        snapshots.take("state", Json.object());
        insert("cho");
        snapshots.restore("state");
        assertEquals(List.of("ben"), names());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theServersValuesAreNoPartOfASnapshot(Supplier<Store> database) {
        open(database);
        value("key", "old");
        snapshots.take("state", Json.object());
        value("key", "new");
        value("later", "kept");
        snapshots.restore("state");
        assertEquals("new", store.readAll(registry -> registry.value("key")));
        assertEquals("kept", store.readAll(registry -> registry.value("later")));
        value("key", "newest");
        snapshots.restore("state");
        assertEquals("newest", store.readAll(registry -> registry.value("key")));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void snapshotsAreListedUntilTheyAreDeleted(Supplier<Store> database) {
        open(database);
        snapshots.take("Two", Json.object());
        snapshots.take("one", Json.object());
        snapshots.take("_own", Json.object());
        assertEquals(
                List.of("Two", "one"),
                snapshots.all().stream().map(Snapshots.Snapshot::name).toList());
        assertTrue(snapshots.delete("Two"));
        assertFalse(snapshots.delete("Two"));
        assertFalse(snapshots.restore("Two"));
        assertEquals(1, snapshots.all().size());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void readersAndWritersGoOnWhileStatesAreExchanged(Supplier<Store> database) throws Exception {
        open(database);
        insert("ana");
        snapshots.take("state", Json.object());
        AtomicBoolean over = new AtomicBoolean();
        var executor = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> others = IntStream.range(0, 4)
                    .<Future<?>>mapToObj(number -> executor.submit(() -> {
                        for (int i = 0; !over.get(); i++) {
                            assertTrue(names().contains("ana"));
                            if (number < 2) {
                                insert("w" + number + "-" + i);
                            }
                        }
                    }))
                    .toList();
            for (int i = 0; i < 20; i++) {
                assertTrue(snapshots.restore("state"));
            }
            over.set(true);
            for (Future<?> other : others) {
                other.get();
            }
        } finally {
            over.set(true);
            executor.shutdown();
        }
        snapshots.restore("state");
        assertEquals(List.of("ana"), names());
    }

    @Test
    void aLogThatHasGrownLargeIsCutAgain() throws IOException {
        open(StoreUnderTest::sqlite);
        insert("ana");
        snapshots.take("state", Json.object());
        String text = "x".repeat(1 << 20);
        store.write(alder, session -> {
            for (int i = 0; i < 40; i++) {
                session.update(user("ana").set("aboutMe", text + i));
                session.insert(user("big" + i).set("aboutMe", text));
            }
            return null;
        });
        snapshots.restore("state");
        insert("ben");
        Path log = store.file().resolveSibling(store.file().getFileName() + "-wal");
        assertTrue(Files.size(log) <= SnapshotFiles.LARGE_LOG, "log of " + Files.size(log));
        assertEquals(List.of("ana", "ben"), names());
    }

    @Test
    void aDamagedSnapshotLeavesThePresentState() throws IOException {
        open(StoreUnderTest::sqlite);
        insert("ana");
        snapshots.take("state", Json.object());
        insert("ben");
        Path folder = store.file().resolveSibling("snapshots");
        try (var files = Files.list(folder)) {
            Path file = files.findFirst().orElseThrow();
            byte[] noise = new byte[(int) Files.size(file) - 4096];
            new java.util.Random(7).nextBytes(noise);
            try (var content = new java.io.RandomAccessFile(file.toFile(), "rw")) {
                content.seek(4096);
                content.write(noise);
            }
        }
        assertFalse(new Snapshots(store).restore("state"));
        assertEquals(List.of("ana", "ben"), names());
        insert("cho");
    }

    @Test
    void namesCannotLeaveTheFolder() {
        open(StoreUnderTest::ephemeral);
        for (String name : List.of("", "..", ".hidden", "a/b", "a\\b", "_own", "a b", "ä", "x".repeat(41))) {
            assertFalse(Snapshots.isName(name), name);
        }
        assertTrue(Snapshots.isName("after-first-cycle_2.1"));
    }

    private void insert(String... names) {
        store.write(alder, session -> {
            session.insertAll(Stream.of(names).map(StoreContractTest::user).toList());
            return null;
        });
    }

    private void value(String name, String value) {
        store.writeAll(registry -> {
            registry.value(name, value);
            return null;
        });
    }

    private List<String> names() {
        return store.read(
                alder,
                session -> session.query(
                        "select display_name from directory_object where tenant = {tenant} order by display_name",
                        row -> row.getString(1)));
    }
}
