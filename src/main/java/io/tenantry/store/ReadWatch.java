package io.tenantry.store;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Stops reads at their deadline: the statement at work is cancelled, and none follows it. One thread looks at all of them now and then,
 * so that a read costs no more than to be known here.
 */
final class ReadWatch implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ReadWatch.class);
    private static final int PERIOD_MILLIS = 200;

    private final Set<Watched> reads = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(Daemons.named("store reads"));

    ReadWatch() {
        thread.scheduleWithFixedDelay(
                () -> reads.forEach(Watched::stopInTime), PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    Watched begin(Statements statements, Deadline deadline) {
        Watched read = new Watched(statements, deadline);
        if (!deadline.none()) {
            reads.add(read);
        }
        return read;
    }

    @Override
    public void close() {
        Daemons.end(thread);
    }

    /** What a transaction does on its connection. */
    final class Watched {
        private final Statements statements;
        private final Deadline deadline;
        private volatile boolean stopped;
        private boolean ended;

        private Watched(Statements statements, Deadline deadline) {
            this.statements = statements;
            this.deadline = deadline;
        }

        boolean stopped() {
            return stopped;
        }

        /** From now on the connection is somebody else's, whom no stop may meet. */
        void end() {
            if (!deadline.none()) {
                reads.remove(this);
                synchronized (this) {
                    ended = true;
                }
            }
        }

        /** Again with each look until it ends: a statement may have begun just behind the one before. */
        private synchronized void stopInTime() {
            if (ended || deadline.left() > 0) {
                return;
            }
            if (!stopped) {
                LOG.warn("A read was stopped because it took longer than tenantry.read-time allows");
                stopped = true;
            }
            try {
                statements.cancel();
            } catch (SQLException e) {
                LOG.debug("A statement could not be cancelled", e);
            }
        }
    }
}
