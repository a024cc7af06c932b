package io.tenantry.store;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;

/**
 * Connections for so many callers at once. Whoever waits, waits here, first come first served, not in Agroal: it looks for a free
 * connection and queues up for one in two steps, and one that is returned between them wakes nobody.
 */
final class ConnectionPool implements AutoCloseable {
    /** Agroal counts a connection that it is dropping, which no caller holds. */
    static final int SPARE = 1;

    private final AgroalDataSource connections;
    private final Semaphore turns;
    private final Duration patience;

    ConnectionPool(AgroalDataSource connections, int callers, Duration patience) {
        this.connections = connections;
        this.turns = new Semaphore(callers, true);
        this.patience = patience;
    }

    /** For {@link #giveBack}. */
    Connection take() throws SQLException {
        waitForTurn();
        try {
            return connections.getConnection();
        } catch (SQLException | RuntimeException e) {
            turns.release();
            throw e;
        }
    }

    private void waitForTurn() throws SQLException {
        try {
            if (!Waits.forTurn(turns, patience.toNanos())) {
                throw new SQLTimeoutException("no connection was returned within " + patience.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while it waited for a connection", e);
        }
    }

    void giveBack(Connection connection) throws SQLException {
        try {
            connection.close();
        } finally {
            turns.release();
        }
    }

    /** For one caller, while the store is opened. */
    DataSource source() {
        return connections;
    }

    void dropIdle() {
        connections.flush(AgroalDataSource.FlushMode.IDLE);
    }

    @Override
    public void close() {
        connections.close();
    }
}
