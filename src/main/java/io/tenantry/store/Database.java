package io.tenantry.store;

import io.agroal.api.AgroalDataSourceListener;
import io.tenantry.store.failure.Failures;
import io.tenantry.store.failure.StoreUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jboss.logging.Logger;

/**
 * A database with its connection pools. SQLite has one connection that writes, opened in IMMEDIATE mode, and several that read; on
 * PostgreSQL both are the same pool.
 */
final class Database implements AutoCloseable {
    static final int READERS = 8;
    /**
     * Some 256 MiB of log, at which a commit copies what {@link LogCopier} has left, so that the log begins anew: it can only where no
     * writer has begun since the copy.
     */
    private static final int LONG_LOG = 64_000;
    /** Where the disk has little room. */
    private static final int SHORT_LOG = 8_000;

    private static final long LITTLE_ROOM = 2L << 30;

    /** KiB, of each. */
    private static final int READER_CACHE = 32_000;
    /** KiB. The pages that a batch of a large cycle writes: those that find no room go into the log more than once. */
    private static final int WRITER_CACHE = 160_000;

    private static final int POSTGRESQL_CONNECTIONS = 16;
    private static final Logger LOG = Logger.getLogger(Database.class);

    final Dialect dialect;
    final ConnectionPool readers;
    final ConnectionPool writers;
    final TenantTurns turns;
    final TenantTurns longTurns;
    final ReadWatch watch = new ReadWatch();
    private final ConnectionSettings settings;
    private final ConcurrentMap<Connection, Statements> statements = new ConcurrentHashMap<>();
    private StoreFile file;
    private LogCopier log;
    private volatile boolean away;

    private Database(ConnectionSettings reading, ConnectionSettings writing) throws SQLException {
        this.dialect = reading.dialect();
        this.settings = reading;
        var listener = new AgroalDataSourceListener() {
            @Override
            public void onConnectionDestroy(Connection connection) {
                statements.remove(connection);
            }
        };
        boolean one = reading.equals(writing);
        int connections = one ? POSTGRESQL_CONNECTIONS : READERS;
        this.turns = new TenantTurns(connections * 3 / 4);
        this.longTurns = new TenantTurns(connections / 8);
        this.readers = reading.pool(connections, listener);
        this.writers = one ? readers : writing.pool(1, listener);
    }

    /**
     * The embedded store in one file.
     *
     * @param durable whether an answered write must survive the loss of the process or the machine
     */
    static Database sqlite(Path file, boolean durable) throws SQLException, IOException {
        String url = "jdbc:sqlite:" + file + "?journal_mode=WAL&synchronous=" + (durable ? "FULL" : "OFF")
                + "&journal_size_limit=" + SnapshotFiles.LARGE_LOG + "&busy_timeout=5000&temp_store=MEMORY";
        new Integrity(file).requireContent();
        // the log and the index of the log take over its rights
        PrivateFiles.file(file);
        int logPages = file.toFile().getUsableSpace() < LITTLE_ROOM ? SHORT_LOG : LONG_LOG;
        Database database = new Database(
                ConnectionSettings.sqlite(url + "&cache_size=-" + READER_CACHE, logPages),
                ConnectionSettings.sqlite(
                        url + "&cache_size=-" + WRITER_CACHE + "&transaction_mode=IMMEDIATE", logPages));
        try (Connection connection = database.readers.source().getConnection()) {
            new Integrity(file).require(connection);
            connection.rollback(); // the pool must not keep what this looked at in view
            database.file = StoreFile.of(file);
            database.log = new LogCopier(database.settings);
            return database.migrated();
        } catch (SQLException | IOException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    static Database postgresql(String url, String user, String password) throws SQLException {
        ConnectionSettings settings = ConnectionSettings.postgresql(url, user, password);
        return new Database(settings, settings).migrated();
    }

    private Database migrated() {
        Migrations.apply(writers.source(), dialect);
        return this;
    }

    /** Of a connection from one of the pools. Only the transaction that holds the connection may use them. */
    Statements statements(Connection physical) {
        return statements.computeIfAbsent(physical, Statements::new);
    }

    /** One outside of the pools, which waits for an answer no longer than this. */
    Connection single(int seconds) throws SQLException {
        return settings.single(seconds);
    }

    Optional<StoreFile> file() {
        return Optional.ofNullable(file);
    }

    /** While nobody answers, nobody waits for it. */
    void requireReachable() {
        if (away) {
            throw new StoreUnavailable(Failures.NO_ANSWER, null);
        }
    }

    /** What is written now must be found by the next start. */
    void requireInPlace() {
        if (file != null) {
            file.requireInPlace();
        }
    }

    /** So many rows were committed in one transaction. */
    void written(long rows) {
        if (log != null) {
            log.written(rows);
        }
    }

    void away(boolean now) {
        away = now;
    }

    /** One was found broken: the others may be as well. */
    void dropIdleConnections() {
        readers.dropIdle();
    }

    /** Nobody answers any more: who waits for an answer on one of the connections gets an error instead. */
    void breakConnections() {
        for (Connection each : statements.keySet()) {
            try {
                each.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("A connection could not be broken", e);
            }
        }
        dropIdleConnections();
    }

    @Override
    public void close() {
        if (log != null) {
            log.close();
        }
        watch.close();
        readers.close();
        writers.close();
    }
}
