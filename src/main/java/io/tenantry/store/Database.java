package io.tenantry.store;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSourceListener;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration.TransactionIsolation;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.flywaydb.core.Flyway;

/**
 * A database with its connection pools. SQLite has one connection that writes, opened in IMMEDIATE mode, and several that read; on
 * PostgreSQL both are the same pool.
 */
final class Database implements AutoCloseable {
    static final int READERS = 8;
    private static final int POSTGRESQL_CONNECTIONS = 16;
    /** Some 32 MiB of log. At SQLite's own 1,000 every batch of a cycle ends with one, and the same index pages are copied again and again. */
    private static final int CHECKPOINT_PAGES = 8000;

    private static final Map<Dialect, Map<String, String>> PLACEHOLDERS = Map.of(
            Dialect.SQLITE,
            Map.of("text", "text", "clustered", " without rowid", "nulls_first", ""),
            Dialect.POSTGRESQL,
            Map.of("text", "text collate \"C\"", "clustered", "", "nulls_first", " nulls first"));

    final Dialect dialect;
    final AgroalDataSource readers;
    final AgroalDataSource writers;

    private Database(Dialect dialect, AgroalDataSource readers, AgroalDataSource writers) {
        this.dialect = dialect;
        this.readers = readers;
        this.writers = writers;
    }

    /**
     * The embedded store in one file.
     *
     * @param durable whether an answered write must survive the loss of the process or the machine
     */
    static Database sqlite(Path file, boolean durable) throws SQLException {
        String url = "jdbc:sqlite:" + file + "?journal_mode=WAL&synchronous=" + (durable ? "FULL" : "OFF")
                + "&journal_size_limit=" + SnapshotFiles.LARGE_LOG
                + "&busy_timeout=60000&cache_size=-32000&temp_store=MEMORY";
        return new Database(
                        Dialect.SQLITE,
                        pool(url, READERS, null, null),
                        pool(url + "&transaction_mode=IMMEDIATE", 1, null, null))
                .migrated();
    }

    static Database postgresql(String url, String user, String password) throws SQLException {
        AgroalDataSource pool = pool(url, POSTGRESQL_CONNECTIONS, user, password);
        return new Database(Dialect.POSTGRESQL, pool, pool).migrated();
    }

    private static AgroalDataSource pool(String url, int size, String user, String password) throws SQLException {
        var supplier = new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(size)
                        .initialSize(1)
                        .acquisitionTimeout(Duration.ofSeconds(60))
                        .connectionFactoryConfiguration(factory -> {
                            factory.jdbcUrl(url).autoCommit(false).connectionProviderClass(driver(url));
                            if (!url.startsWith("jdbc:sqlite:")) {
                                factory.jdbcTransactionIsolation(TransactionIsolation.READ_COMMITTED);
                            } else {
                                factory.initialSql("pragma wal_autocheckpoint = " + CHECKPOINT_PAGES);
                            }
                            if (user != null) {
                                factory.principal(new NamePrincipal(user));
                            }
                            if (password != null) {
                                factory.credential(new SimplePassword(password));
                            }
                            return factory;
                        }));
        return AgroalDataSource.from(supplier, new AgroalDataSourceListener() {
            @Override
            public void onConnectionDestroy(Connection connection) {
                Statements.forget(connection);
            }
        });
    }

    /** Named, because the driver manager knows only the drivers of the class loader that first used it. */
    private static Class<? extends Driver> driver(String url) {
        return url.startsWith("jdbc:sqlite:") ? org.sqlite.JDBC.class : org.postgresql.Driver.class;
    }

    private Database migrated() {
        Flyway.configure()
                .dataSource(writers)
                .locations(
                        "classpath:db/migration",
                        "classpath:db/" + dialect.name().toLowerCase(Locale.ROOT))
                .failOnMissingLocations(false)
                .placeholders(PLACEHOLDERS.get(dialect))
                .load()
                .migrate();
        return this;
    }

    /** One was found broken: the others may be as well. */
    void dropIdleConnections() {
        readers.flush(AgroalDataSource.FlushMode.IDLE);
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
    }
}
