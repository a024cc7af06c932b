package io.tenantry.store;

import io.tenantry.store.failure.Failures;
import io.tenantry.store.failure.StoreUnavailable;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jboss.logging.Logger;

/** Asks a database, on a connection of its own, whether it answers, takes writes, and has the schema that was found at the start. */
final class Probe implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Probe.class);
    private static final int SECONDS = 2;

    private final Database database;
    private Connection connection;
    private String schema;

    Probe(Database database) {
        this.database = database;
    }

    /** Throws where the database cannot be used. A broken connection is no reason: another may lead to where the database is now. */
    void look() throws SQLException {
        try {
            ask();
        } catch (SQLException e) {
            close();
            if (isSilence(e)) {
                database.away(true);
                database.breakConnections();
            }
            ask();
        }
    }

    private void ask() throws SQLException {
        connect();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question())) {
            row.next();
            database.away(false);
            if ("on".equals(row.getString(2))) {
                throw new SQLException("a standby", Failures.READ_ONLY);
            }
            String found = row.getString(1);
            if (schema != null && !schema.equals(found)) {
                throw new StoreUnavailable("another version of Tenantry has changed its schema", null);
            }
            schema = found;
        }
    }

    private void connect() throws SQLException {
        if (connection == null) {
            try {
                connection = database.single(SECONDS);
            } catch (SQLException e) {
                database.away(database.dialect == Dialect.POSTGRESQL);
                throw e;
            }
        }
    }

    private String question() {
        String readOnly = database.dialect == Dialect.SQLITE ? "'off'" : "current_setting('transaction_read_only')";
        return "select version, " + readOnly + " from flyway_schema_history order by installed_rank desc limit 1";
    }

    private static boolean isSilence(SQLException e) {
        return e.getCause() instanceof SocketTimeoutException;
    }

    @Override
    public void close() {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.debug("A connection could not be closed in order", e);
            }
            connection = null;
        }
    }
}
