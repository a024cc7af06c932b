package io.tenantry.store;

import io.agroal.pool.wrapper.ConnectionWrapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * One transaction on a connection of a pool. The connection goes back only where the transaction came to its end and the next one could
 * be begun; any other is closed, and the pool opens a new one when it needs it.
 */
final class Transaction implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Transaction.class);

    /** Work on a connection that has no transaction open. */
    interface Work {
        void with(Connection connection) throws SQLException, IOException;
    }

    private final ConnectionPool pool;
    private final Connection pooled;
    private final Connection physical;
    private final Database database;
    private final Connected connected;
    private final ReadWatch.Watched watched;
    private final boolean write;
    private boolean ended;
    private boolean committed;
    private boolean reusable;

    private Transaction(Database database, ConnectionPool pool, Connection pooled, Deadline deadline, boolean write)
            throws SQLException {
        this.pool = pool;
        this.pooled = pooled;
        this.physical = pooled.unwrap(Connection.class);
        this.database = database;
        Statements statements = database.statements(physical);
        this.watched = database.watch.begin(statements, deadline);
        this.connected = new Connected(statements, database.dialect, watched::stopped);
        this.write = write;
    }

    static Transaction read(Database database, Deadline deadline) {
        return open(database, database.readers, deadline, false);
    }

    static Transaction write(Database database) {
        return open(database, database.writers, Deadline.NONE, true);
    }

    private static Transaction open(Database database, ConnectionPool pool, Deadline deadline, boolean write) {
        database.requireReachable();
        try {
            return begin(database, pool, pool.take(), deadline, write);
        } catch (SQLException e) {
            throw database.dialect.unreachable(e);
        }
    }

    private static Transaction begin(
            Database database, ConnectionPool pool, Connection taken, Deadline deadline, boolean write)
            throws SQLException {
        try {
            return new Transaction(database, pool, taken, deadline, write);
        } catch (SQLException | RuntimeException e) {
            pool.giveBack(taken);
            throw e;
        }
    }

    Connected connected() {
        return connected;
    }

    /** Keeps what was written. Where it throws, nothing was kept, or nobody can tell. */
    void commit() {
        connected.requireSound();
        database.requireInPlace();
        Optional<CommitOutcome.Identity> identity = connected.identity();
        ended = true;
        try {
            end("commit");
            committed = true;
            database.written(connected.written());
            reusable = begun();
        } catch (SQLException e) {
            committed = identity.isPresent()
                    && database.dialect.breaksConnection(e)
                    && new CommitOutcome(database, identity.get(), e).committed();
            if (!committed) {
                throw database.dialect.commitFailed(e);
            }
        }
    }

    /** Ends a transaction that has only read: what was read is good, whatever comes of the connection. */
    void release() {
        ended = true;
        reusable = rolledBack();
    }

    /** What waits for the commit; nothing where there was none. It cannot undo it either, so it must not look as if there was none. */
    void afterCommit(Store store) {
        if (committed) {
            for (Consumer<Store> work : connected.afterCommit()) {
                try {
                    work.accept(store);
                } catch (RuntimeException e) {
                    LOG.error("What follows a commit failed", e);
                }
            }
        }
    }

    /** Does work outside of any transaction. */
    void outside(Work work) throws SQLException, IOException {
        database.requireInPlace();
        ended = true;
        end("rollback");
        work.with(physical);
        reusable = begun();
    }

    /** Nobody knows what state the driver is in. */
    void abandon() {
        ended = true;
    }

    @Override
    public void close() {
        watched.end();
        if (!ended) {
            reusable = !connected.isLost() && rolledBack();
        }
        try {
            if (!reusable) {
                discard();
            }
        } catch (SQLException e) {
            LOG.debug("A connection could not be closed in order", e);
        } finally {
            giveBack();
        }
    }

    private void giveBack() {
        try {
            pool.giveBack(pooled);
        } catch (SQLException e) {
            LOG.debug("A connection could not be returned in order", e);
        }
    }

    private void discard() throws SQLException {
        ((ConnectionWrapper) pooled).getHandler().setFlushOnly();
        physical.close();
    }

    private boolean rolledBack() {
        try {
            end("rollback");
        } catch (SQLException e) {
            LOG.debug("A transaction could not be rolled back", e);
            return false;
        }
        return begun();
    }

    /** SQLite's driver would have the statements parsed each time, and could not tell a commit that failed from a begin. */
    private void end(String how) throws SQLException {
        watched.end();
        if (database.dialect == Dialect.SQLITE) {
            connected.execute(how);
        } else if (how.equals("commit")) {
            physical.commit();
        } else {
            physical.rollback();
        }
    }

    private boolean begun() {
        if (database.dialect == Dialect.SQLITE) {
            try {
                connected.execute(write ? "begin immediate" : "begin");
            } catch (SQLException e) {
                LOG.debug("A transaction could not be begun", e);
                return false;
            }
        }
        return true;
    }
}
