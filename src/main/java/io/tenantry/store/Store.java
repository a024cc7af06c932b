package io.tenantry.store;

import io.quarkus.runtime.StartupEvent;
import io.tenantry.store.failure.Deadlock;
import io.tenantry.store.failure.StoreException;
import io.tenantry.store.failure.StoreUnavailable;
import io.tenantry.time.VirtualClock;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.flywaydb.core.api.FlywayException;

/**
 * The one door to the data: transactions that read or write one tenant, or the registry of all.
 *
 * <p>Writers take a fair lane on the embedded store, where eight at once would starve each other on the file's lock; on PostgreSQL rows
 * are locked instead. A write is durable when the call returns.
 */
@Singleton
public class Store {
    private static final int MOST_ATTEMPTS = 5;
    private static final String PROBE = "probe";

    private final StoreConfig config;
    private final VirtualClock clock;
    private final ReentrantLock lane = new ReentrantLock(true);
    private final AtomicLong generation = new AtomicLong();
    private final AtomicInteger reading = new AtomicInteger();
    private volatile Database database;
    private volatile Trouble trouble;
    private volatile Seal seal;
    private DataFolder folder;
    private Path file;

    Store(StoreConfig config, VirtualClock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Virtual time. */
    public Instant now() {
        return clock.now();
    }

    /** Opens the store before anything else that starts uses it. */
    void open(@Observes @Priority(1) StartupEvent event) {
        database();
    }

    private Database database() {
        if (database == null) {
            openOnce();
        }
        return database;
    }

    private synchronized void openOnce() {
        if (database == null) {
            try {
                locate();
                Database opened = connect();
                trouble = new Trouble(place());
                database = opened;
            } catch (SQLException | IOException | FlywayException e) {
                throw new StoreException("cannot open the store " + place() + ": " + reason(e), e);
            }
        }
    }

    private void locate() throws IOException {
        if (config.store().isPresent()) {
            seal = config.sealKey().map(Seal::of).orElseGet(Seal::none);
            return;
        }
        if (config.ephemeral()) {
            file = Files.createTempDirectory("tenantry").resolve("store.db");
            seal = Seal.passing();
        } else {
            folder = DataFolder.open(config.data());
            file = folder.store();
            seal = Seal.in(folder.sealKey());
        }
    }

    private Database connect() throws SQLException, IOException {
        return file != null
                ? Database.sqlite(file, !config.ephemeral())
                : Database.postgresql(
                        config.store().orElseThrow(),
                        config.storeUser().orElse(null),
                        config.storePassword().orElse(null));
    }

    private String place() {
        StoreAddress address = StoreAddress.of(config);
        return file != null ? file.toString() : address.hiding(address.url());
    }

    private String reason(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            Dialect dialect = file != null ? Dialect.SQLITE : Dialect.POSTGRESQL;
            if (e instanceof SQLException sql && dialect.translate("", sql) instanceof StoreUnavailable known) {
                return known.getMessage() + " (" + rootMessage(failure) + ")";
            }
        }
        return rootMessage(failure);
    }

    private String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        return StoreAddress.of(config).hiding(message);
    }

    @PreDestroy
    void close() {
        if (database != null) {
            trouble.close();
            database.close();
        }
        if (folder != null) {
            folder.close();
        }
        if (file != null && config.ephemeral()) {
            deleteTemporary();
        }
    }

    private void deleteTemporary() {
        try (var files = Files.walk(file.getParent())) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A read for a caller: one tenant's take turns, and what takes too long is stopped. */
    public <T> T read(Tenant tenant, Function<Session, T> work) {
        Deadline deadline = Deadline.in(config.readTime());
        return database().turns.with(tenant, deadline, () -> read(deadline, at(tenant, work)));
    }

    /** A read of the server's own, which takes as long as it takes. */
    public <T> T readAtLength(Tenant tenant, Function<Session, T> work) {
        return readAll(at(tenant, work));
    }

    /** Likewise, where a tenant's callers can make it long and ask for many: it takes turns, beside those of what they read themselves. */
    public <T> T readInTurn(Tenant tenant, Function<Session, T> work) {
        return database().longTurns.with(tenant, Deadline.NONE, () -> readAtLength(tenant, work));
    }

    private static <T> Function<Registry, T> at(Tenant tenant, Function<Session, T> work) {
        return registry -> work.apply(registry.session(tenant));
    }

    /** Likewise, of what concerns more than one tenant. */
    public <T> T readAll(Function<Registry, T> work) {
        return read(Deadline.NONE, work);
    }

    private <T> T read(Deadline deadline, Function<Registry, T> work) {
        reading.incrementAndGet();
        try {
            return persistently(() -> transaction(Transaction.read(database(), deadline), work, false))
                    .result();
        } finally {
            reading.decrementAndGet();
        }
    }

    /** A read that sees everything as it was at one moment, however long it takes. */
    public <T> T snapshot(Function<Registry, T> work) {
        return readAll(registry -> {
            registry.connected().standStill();
            return work.apply(registry);
        });
    }

    /** Whether a short read, begun now, waits for nobody: neither for a database elsewhere nor for a connection. */
    public boolean answersAtOnce() {
        return database().dialect == Dialect.SQLITE && reading.get() < Database.READERS / 2;
    }

    /** Does work whose reads must not wait; false where one would have had to, of which nothing was read. */
    public boolean atOnce(Runnable work) {
        return Waits.without(work);
    }

    /** Writers of one tenant take turns: what one has read is still so when it writes. */
    public <T> T write(Tenant tenant, Function<Session, T> work) {
        return writeAll(registry -> {
            Session session = registry.session(tenant);
            session.takeTurn();
            return work.apply(session);
        });
    }

    /** A transaction that may write in several tenants; commits when the work returns, rolls back when it throws. */
    public <T> T writeAll(Function<Registry, T> work) {
        Done<T> done = persistently(() -> inLane(() -> transaction(Transaction.write(database()), work, true)));
        done.transaction.afterCommit(this);
        return done.result;
    }

    /** Of transactions that wait for each other the database ends one, which begins again; so does one whose connection was broken. */
    private <T> T persistently(Supplier<T> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (Deadlock e) {
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
            } catch (StoreUnavailable e) {
                if (attempt == MOST_ATTEMPTS || !e.isConnectionLost()) {
                    throw trouble.met(e);
                }
                database().dropIdleConnections();
            }
        }
    }

    private record Done<T>(T result, Transaction transaction) {}

    private <T> Done<T> transaction(Transaction transaction, Function<Registry, T> work, boolean write) {
        try (transaction) {
            T result = result(transaction, work);
            if (write) {
                transaction.commit();
                trouble.over();
            } else {
                transaction.release();
            }
            return new Done<>(result, transaction);
        }
    }

    private <T> T result(Transaction transaction, Function<Registry, T> work) {
        try {
            return work.apply(new Registry(transaction.connected(), seal));
        } catch (Error e) {
            transaction.abandon();
            throw e;
        }
    }

    /** Counts changes of the set of tenants, so that whoever keeps them in memory reads them again. */
    long generation() {
        return generation.get();
    }

    /** For who changes the domains of a tenant: to be called after the commit. */
    public void tenantsChanged() {
        generation.incrementAndGet();
    }

    Trouble trouble() {
        return trouble;
    }

    /** Whether writing does, unless somebody is writing just now. */
    void tryToWrite() {
        if (database().dialect == Dialect.SQLITE && lane.isLocked()) {
            return;
        }
        writeAll(registry -> {
            registry.value(PROBE, Long.toString(System.nanoTime()));
            return null;
        });
    }

    /** A text as it is kept where a copy of the database alone must not tell it. */
    public String sealed(String plain) {
        return seal.close(plain);
    }

    Database openDatabase() {
        return database();
    }

    /** File of the embedded store. */
    Path file() {
        database();
        return file;
    }

    /** Whether a writer waits for the one that is at work. A database elsewhere does not say, so that it counts as if one did. */
    public boolean isLaneAwaited() {
        return database().dialect != Dialect.SQLITE || lane.hasQueuedThreads();
    }

    /** Writers of the embedded store come one by one. */
    <T> T inLane(Supplier<T> work) {
        if (database().dialect != Dialect.SQLITE) {
            return work.get();
        }
        if (lane.isHeldByCurrentThread()) {
            throw new IllegalStateException("a write transaction inside another one");
        }
        lane.lock();
        try {
            return work.get();
        } finally {
            lane.unlock();
        }
    }
}
