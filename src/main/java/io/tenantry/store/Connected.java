package io.tenantry.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Statements on one connection within one transaction. */
final class Connected {
    private interface Execution<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    private final Connection connection;
    private final Statements statements;
    private final Dialect dialect;
    private final List<Runnable> afterCommit = new ArrayList<>();

    Connected(Connection connection, Dialect dialect) throws SQLException {
        this.connection = connection;
        this.statements = Statements.of(connection);
        this.dialect = dialect;
    }

    /** Ends a transaction that has read only. SQLite's driver would have the two statements parsed each time. */
    void endReading() throws SQLException {
        if (dialect == Dialect.SQLITE) {
            statements.prepare("rollback").execute();
            statements.prepare("begin").execute();
        } else {
            connection.rollback();
        }
    }

    Dialect dialect() {
        return dialect;
    }

    void afterCommit(Runnable work) {
        afterCommit.add(work);
    }

    List<Runnable> afterCommit() {
        return afterCommit;
    }

    <T> List<T> query(String sql, RowMapper<T> mapper, Object... parameters) {
        return run(sql, parameters, statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                Row row = new Row(rows);
                while (rows.next()) {
                    found.add(mapper.map(row));
                }
                return found;
            }
        });
    }

    int update(String sql, Object... parameters) {
        return run(sql, parameters, PreparedStatement::executeUpdate);
    }

    /** The values are let go with the answer: kept by every prepared statement of every connection, long lists would fill the heap. */
    private <T> T run(String sql, Object[] parameters, Execution<T> execution) {
        BoundStatement bound = BoundStatement.of(sql, parameters);
        try {
            PreparedStatement statement = statements.prepare(bound.sql());
            bind(statement, bound.values());
            T result = execution.of(statement);
            statement.clearParameters();
            return result;
        } catch (SQLException e) {
            throw failed(bound.sql(), e);
        }
    }

    /** One statement for many rows. */
    void updateAll(String sql, Iterable<Object[]> rows) {
        try {
            PreparedStatement statement = statements.prepare(sql);
            boolean any = false;
            for (Object[] row : rows) {
                bind(statement, Arrays.asList(row));
                statement.addBatch();
                any = true;
            }
            if (any) {
                statement.executeBatch();
            }
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    private static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
        int mark = 1;
        for (Object value : values) {
            if (value instanceof String text && !UnstorableText.isStorable(text)) {
                throw new UnstorableText();
            }
            statement.setObject(mark++, value);
        }
    }

    private StoreException failed(String sql, SQLException e) {
        try {
            statements.discard(sql);
        } catch (SQLException closing) {
            e.addSuppressed(closing);
        }
        return dialect.translate(sql, e);
    }
}
