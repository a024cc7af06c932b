package io.tenantry.store;

import io.tenantry.store.failure.StoreUnavailable;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** What is wrong with the store at present. It is told when it begins and when it is over, not by every request that meets it. */
final class Trouble {
    private static final Logger LOG = Logger.getLogger(Trouble.class);
    /** What comes and goes all the time is told this often. */
    private static final long QUIET = TimeUnit.MINUTES.toNanos(1);

    private final String place;
    private volatile String current;
    private String told = "";
    private long toldAt;
    private boolean open;
    private volatile boolean closed;

    /** @param place the store, as its user knows it */
    Trouble(String place) {
        this.place = place;
    }

    /** Returns what came, to be thrown. */
    StoreUnavailable met(StoreUnavailable failure) {
        if (!closed && !failure.getMessage().equals(current)) {
            begin(failure.getMessage());
        }
        return failure;
    }

    private synchronized void begin(String reason) {
        current = reason;
        long now = System.nanoTime();
        if (!reason.equals(told) || now - toldAt > QUIET) {
            LOG.errorf("The store %s cannot be used: %s", place, reason);
            told = reason;
            toldAt = now;
            open = true;
        }
    }

    /** The store does what it is there for. */
    void over() {
        if (current != null) {
            end();
        }
    }

    private synchronized void end() {
        current = null;
        if (open) {
            LOG.infof("The store %s can be used again", place);
            open = false;
        }
    }

    /** The server ends: what is asked of the store from now on fails, and is no trouble. */
    void close() {
        closed = true;
    }

    Optional<String> current() {
        return Optional.ofNullable(current);
    }
}
