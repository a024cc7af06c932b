package io.tenantry.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tenantry.format.Json;
import io.tenantry.store.failure.StoreException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A store that is not whole, or is another version's, is refused with one line that names it. */
@Execution(ExecutionMode.CONCURRENT)
class DamagedStoreTest {
    @TempDir
    Path folder;

    interface Damage {
        void to(Path file) throws IOException;
    }

    static Stream<Named<Damage>> damages() {
        return Stream.of(
                Named.of("something else", file -> Files.writeString(file, "This is no database. ".repeat(400))),
                Named.of("no text either", file -> Files.write(file, new byte[8192])),
                Named.of("cut in half", file -> shorten(file, Files.size(file) / 2)),
                Named.of("cut within its first page", file -> shorten(file, 3000)),
                Named.of("nothing left", file -> shorten(file, 0)),
                Named.of("a page of noise", file -> overwrite(file, 3 * 4096, 4096)),
                Named.of("every other page", file -> {
                    for (long page = 1; page * 4096 < Files.size(file); page += 2) {
                        overwrite(file, page * 4096, 64);
                    }
                }));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void aDamagedFileIsNamed(Damage damage) throws IOException {
        Store store = filled();
        new Snapshots(store).take("state", Json.object());
        Path file = store.file();
        StoreUnderTest.close(store);
        damage.to(file);
        String line = refusal(StoreUnderTest.in(folder));
        assertTrue(line.contains(file.toString()), line);
        assertTrue(line.contains("damaged"), line);
    }

    @Test
    void aStoreOfANewerVersionIsRefused() throws IOException {
        Store store = filled();
        newer(store);
        StoreUnderTest.close(store);
        assertTrue(refusal(StoreUnderTest.in(folder)).contains("newer version of Tenantry (schema 99)"));
    }

    @Test
    void aDatabaseOfANewerVersionIsRefused() {
        String url = PostgresInstance.newDatabase();
        Store store = StoreUnderTest.postgresql(url);
        StoreUnderTest.tenant(store, "alder");
        newer(store);
        StoreUnderTest.close(store);
        assertTrue(refusal(StoreUnderTest.postgresql(url)).contains("newer version of Tenantry (schema 99)"));
    }

    @Test
    void aStoreWhoseSchemaWasChangedByOthersIsRefused() {
        Store store = filled();
        script(store, "update flyway_schema_history set checksum = checksum + 1 where version = '1'");
        StoreUnderTest.close(store);
        assertTrue(refusal(StoreUnderTest.in(folder)).contains("schema is none of this version"));
    }

    @Test
    void whatWasLeftByAKilledServerIsNoDamage() throws IOException {
        Store store = filled();
        Path copy = Files.createDirectory(folder.resolve("copy"));
        for (String name : new String[] {"store.db", "store.db-wal"}) {
            Files.copy(folder.resolve(name), copy.resolve(name));
        }
        StoreUnderTest.close(store);
        Store again = StoreUnderTest.in(copy);
        assertEquals(1, new Tenants(again).all().size());
        StoreUnderTest.close(again);
    }

    private Store filled() {
        Store store = StoreUnderTest.in(folder);
        Tenant alder = StoreUnderTest.tenant(store, "alder");
        store.write(alder, session -> {
            for (int i = 0; i < 300; i++) {
                session.insert(StoreContractTest.user("user" + i));
            }
            return null;
        });
        return store;
    }

    private static void newer(Store store) {
        script(
                store,
                "insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)"
                        + " select max(installed_rank) + 1, '99', 'later', 'SQL', 'V99__later.sql', 1, 'later', 1, max(case when success then 1 else 0 end)"
                        + (store.openDatabase().dialect == Dialect.SQLITE ? "" : " = 1")
                        + " from flyway_schema_history");
    }

    private static void script(Store store, String sql) {
        store.writeAll(registry -> {
            registry.connected().script(sql);
            return null;
        });
    }

    private static String refusal(Store store) {
        StoreException refused = assertThrows(StoreException.class, () -> store.readAll(Registry::tenants));
        StoreUnderTest.close(store);
        assertEquals(1, refused.getMessage().lines().count(), refused::getMessage);
        return refused.getMessage();
    }

    private static void shorten(Path file, long length) {
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void overwrite(Path file, long from, int length) {
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            content.seek(from);
            byte[] noise = new byte[length];
            new java.util.Random(7).nextBytes(noise);
            content.write(noise);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
