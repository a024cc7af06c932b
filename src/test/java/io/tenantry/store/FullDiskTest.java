package io.tenantry.store;

import static io.tenantry.store.StoreContractTest.user;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.format.Json;
import io.tenantry.store.failure.StoreUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The embedded store on a disk without room. */
@Execution(ExecutionMode.CONCURRENT)
class FullDiskTest {
    private static final int LITTLE = 8 << 10;
    private static final String MUCH = "x".repeat(256 << 10);

    @TempDir
    Path folder;

    private SmallDisk disk;
    private Store store;
    private Snapshots snapshots;
    private Tenant alder;

    @BeforeEach
    void open() {
        disk = SmallDisk.mounted(folder.resolve("disk"), 16);
        store = StoreUnderTest.in(disk.folder().resolve("data"));
        snapshots = new Snapshots(store);
        alder = StoreUnderTest.tenant(store, "alder");
    }

    @AfterEach
    void close() {
        if (disk != null) {
            store.close();
            disk.close();
        }
    }

    @Test
    void aWriteWithoutRoomKeepsNothingAndWithRoomTheStoreGoesOn() throws IOException {
        insert("ana");
        for (int round = 0; round < 3; round++) {
            disk.fill(LITTLE);
            for (int i = 0; i < 5; i++) {
                String name = "denied" + round + i;
                AtomicBoolean followed = new AtomicBoolean();
                assertThrows(
                        StoreUnavailable.class,
                        () -> store.write(alder, session -> {
                            session.insert(user(name).set("aboutMe", MUCH));
                            session.afterCommit(store -> followed.set(true));
                            return null;
                        }));
                assertFalse(followed.get());
                assertFalse(names().contains(name));
            }
            disk.makeRoom();
            insert("kept" + round);
        }
        assertEquals(List.of("ana", "kept0", "kept1", "kept2"), names());
    }

    /** Small commits go on until the last page of the log is taken; each is kept whole or not at all. */
    @Test
    void asTheDiskFillsEveryWriteIsKeptOrDenied() throws IOException {
        disk.fill(1 << 20);
        int kept = 0;
        for (int i = 0; i < 400; i++) {
            try {
                insert("user" + i);
                kept++;
            } catch (StoreUnavailable full) {
                assertFalse(names().contains("user" + i));
            }
        }
        assertTrue(kept > 0 && kept < 400, "kept " + kept);
        assertEquals(kept, names().size());
        disk.makeRoom();
        insert("last");
        assertEquals(kept + 1, names().size());
    }

    @Test
    void aSnapshotWithoutRoomLeavesTheEarlierOne() throws IOException {
        insert("ana");
        snapshots.take("state", Json.object().put("number", 1));
        insert("ben");
        disk.fill(LITTLE);
        assertThrows(
                StoreUnavailable.class,
                () -> snapshots.take("state", Json.object().put("number", 2)));
        assertEquals(
                1, snapshots.find("state").orElseThrow().note().get("number").asInt());
        disk.makeRoom();
        assertTrue(snapshots.restore("state"));
        assertEquals(List.of("ana"), names());
        snapshots.take("state", Json.object().put("number", 3));
        try (var files = java.nio.file.Files.list(disk.folder().resolve("data/snapshots"))) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void aRestoreWithoutRoomLeavesThePresentState() throws IOException {
        store.write(alder, session -> {
            session.insert(user("ana").set("aboutMe", MUCH));
            return null;
        });
        snapshots.take("state", Json.object());
        store.write(alder, session -> {
            session.update(user("ana").set("aboutMe", "little"));
            session.insert(user("ben"));
            return null;
        });
        disk.fill(LITTLE);
        assertThrows(StoreUnavailable.class, () -> snapshots.restore("state"));
        assertEquals(List.of("ana", "ben"), names());
        disk.makeRoom();
        assertTrue(snapshots.restore("state"));
        assertEquals(List.of("ana"), names());
        insert("cho");
        assertEquals(List.of("ana", "cho"), names());
    }

    private void insert(String name) {
        store.write(alder, session -> {
            session.insert(user(name));
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
