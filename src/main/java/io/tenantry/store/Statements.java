package io.tenantry.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** Prepared statements of one physical connection, the latest used: preparing costs SQLite more than most of our statements do. */
final class Statements {
    private static final int MOST = 256;

    private final Connection physical;
    private final Map<String, PreparedStatement> prepared = new LinkedHashMap<>(64, 0.75f, true);
    private volatile PreparedStatement latest;

    Statements(Connection physical) {
        this.physical = physical;
    }

    PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            makeRoom();
            statement = physical.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        latest = statement;
        return statement;
    }

    void once(String sql) throws SQLException {
        try (Statement statement = physical.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Ends what is at work, from another thread. */
    void cancel() throws SQLException {
        PreparedStatement statement = latest;
        if (statement != null) {
            statement.cancel();
        }
    }

    /** Drops a statement that failed, with whatever is still bound to it. */
    void discard(String sql) throws SQLException {
        PreparedStatement failed = prepared.remove(sql);
        if (failed != null) {
            failed.close();
        }
    }

    private void makeRoom() throws SQLException {
        if (prepared.size() >= MOST) {
            String eldest = prepared.keySet().iterator().next();
            prepared.remove(eldest).close();
        }
    }
}
