package io.tenantry.store;

import io.tenantry.format.Ids;
import io.tenantry.time.VirtualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A store without a server around it, on either database. */
public final class StoreUnderTest {
    public static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final Duration READ_TIME = Duration.ofSeconds(30);

    private StoreUnderTest() {}

    /** A durable one in a file, as servers have it. */
    public static Store sqlite() {
        return sqlite(READ_TIME);
    }

    /** One whose reads may take so long. */
    static Store sqlite(Duration readTime) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "stores"));
            return of(null, Files.createTempDirectory(folder, "store"), false, readTime);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Likewise, in this folder. */
    public static Store in(Path folder) {
        return of(null, folder, false, READ_TIME);
    }

    /** Likewise; a new one begins with tables that are copied from one for all, which is quicker than to make them. */
    public static Store withTables(Path folder) {
        Path store = folder.resolve(Tables.FILE.getFileName());
        if (Files.notExists(store)) {
            try {
                Files.createDirectories(folder);
                Files.copy(Tables.FILE, store);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return in(folder);
    }

    /** Nothing but the tables. */
    private static final class Tables {
        static final Path FILE = made();

        private static Path made() {
            Store store = sqlite();
            migrate(store);
            return store.file();
        }
    }

    public static Store ephemeral() {
        return of(null, Path.of("unused"), true, READ_TIME);
    }

    public static Store postgresql() {
        return postgresql(PostgresInstance.newStore());
    }

    public static Store postgresql(String url) {
        return postgresql(url, READ_TIME);
    }

    static Store postgresql(Duration readTime) {
        return postgresql(PostgresInstance.newStore(), readTime);
    }

    private static Store postgresql(String url, Duration readTime) {
        return of(url, Path.of("unused"), false, readTime);
    }

    private static Store of(String url, Path data, boolean ephemeral, Duration readTime) {
        return new Store(new Config(Optional.ofNullable(url), data, ephemeral, readTime), new VirtualClock());
    }

    public static Tenant tenant(Store store, String name) {
        return store.writeAll(registry -> registry.addTenant(
                Ids.derived(name), name, name, List.of(name + ".onmicrosoft.example"), "global", NOW));
    }

    public static Tenants tenants(Store store) {
        return new Tenants(store);
    }

    /** Takes away what tests wrote into a database of {@link PostgresInstance#newStore()}. */
    public static void empty(String url) {
        try (Connection connection = DriverManager.getConnection(url)) {
            Connected connected = new Connected(new Statements(connection), Dialect.POSTGRESQL);
            StateTables.of(connected).forEach(table -> connected.update("delete from " + table));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a start does to its tables, and no more. */
    static void migrate(Store store) {
        store.open(null);
        store.close();
    }

    public static void close(Store store) {
        store.close();
    }

    private record Config(Optional<String> store, Path data, boolean ephemeral, Duration readTime)
            implements StoreConfig {
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
    }
}
