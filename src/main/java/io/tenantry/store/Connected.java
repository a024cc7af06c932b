package io.tenantry.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Statements on one connection within one transaction. */
final class Connected {
    private final Statements statements;
    private final Dialect dialect;
    private final List<Runnable> afterCommit = new ArrayList<>();

    Connected(Connection connection, Dialect dialect) throws SQLException {
        this.statements = Statements.of(connection);
        this.dialect = dialect;
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
        try {
            PreparedStatement statement = bound(sql, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                Row row = new Row(rows);
                while (rows.next()) {
                    found.add(mapper.map(row));
                }
                return found;
            }
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    int update(String sql, Object... parameters) {
        try {
            return bound(sql, parameters).executeUpdate();
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    /** One statement for many rows. */
    void updateAll(String sql, Iterable<Object[]> rows) {
        try {
            PreparedStatement statement = statements.prepare(sql);
            boolean any = false;
            for (Object[] row : rows) {
                bind(statement, row);
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

    private PreparedStatement bound(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = statements.prepare(sql);
        bind(statement, parameters);
        return statement;
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] instanceof String text && !UnstorableText.isStorable(text)) {
                throw new UnstorableText();
            }
            statement.setObject(i + 1, parameters[i]);
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
