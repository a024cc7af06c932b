package io.tenantry.store;

import io.quarkus.runtime.StartupEvent;
import io.tenantry.store.failure.Failures;
import io.tenantry.store.failure.StoreException;
import io.tenantry.store.failure.StoreUnavailable;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks after the store twice a second, so that whoever asks whether it can be used has the answer at once, whatever the store does. Nothing
 * is written unless something is wrong already, or about to be.
 */
@Singleton
public class StoreWatch {
    private static final int PERIOD_MILLIS = 500;
    /** Periods without an answer. */
    private static final int SILENCE = 3;

    private final Store store;
    /** One thread looks, the other sees whether it comes back. */
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2, Daemons.named("store watch"));

    private Probe probe;
    private Future<?> look = CompletableFuture.completedFuture(null);
    private int missed;

    StoreWatch(Store store) {
        this.store = store;
    }

    /** When the store is open. */
    void begin(@Observes @Priority(2) StartupEvent event) {
        probe = new Probe(store.openDatabase());
        threads.scheduleWithFixedDelay(this::tick, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void end() throws InterruptedException {
        threads.shutdownNow();
        threads.awaitTermination(PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        if (probe != null) {
            probe.close();
        }
    }

    /** Why the store cannot be used at present; empty where it can. */
    public Optional<String> trouble() {
        return store.trouble().current();
    }

    private void tick() {
        if (look.isDone()) {
            missed = 0;
            look = threads.submit(this::look);
        } else if (++missed == SILENCE) {
            store.trouble().met(new StoreUnavailable(Failures.NO_ANSWER, null));
        }
    }

    private void look() {
        try {
            Database database = store.openDatabase();
            database.file().ifPresent(StoreFile::requireInPlace);
            database.file().ifPresent(StoreFile::requireWritable);
            probe.look();
            if (trouble().isPresent()
                    || database.file().filter(file -> !file.hasRoom()).isPresent()) {
                store.tryToWrite();
            }
        } catch (SQLException e) {
            store.trouble().met(known(store.openDatabase().dialect.translate("probe", e)));
        } catch (StoreException e) {
            store.trouble().met(known(e));
        }
    }

    private static StoreUnavailable known(StoreException e) {
        return e instanceof StoreUnavailable unavailable ? unavailable : new StoreUnavailable("it cannot be read", e);
    }
}
