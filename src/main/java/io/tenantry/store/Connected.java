package io.tenantry.store;

import io.tenantry.store.failure.ReadStopped;
import io.tenantry.store.failure.StoreException;
import io.tenantry.store.failure.StoreUnavailable;
import io.tenantry.store.failure.UnstorableText;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Statements on one connection within one transaction. */
final class Connected {
    private interface Execution<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    private final Statements statements;
    private final Dialect dialect;
    private final BooleanSupplier stopped;
    private final List<Consumer<Store>> afterCommit = new ArrayList<>();
    private StoreException failure;
    private CommitOutcome.Identity identity;
    private long written;

    Connected(Statements statements, Dialect dialect) {
        this(statements, dialect, () -> false);
    }

    /** @param stopped whether nothing may be asked any more */
    Connected(Statements statements, Dialect dialect, BooleanSupplier stopped) {
        this.statements = statements;
        this.dialect = dialect;
        this.stopped = stopped;
    }

    /** A statement without values and without a result. */
    void execute(String sql) throws SQLException {
        statements.prepare(sql).execute();
    }

    /** What is read from now on is of one moment, as it is in the embedded store anyway. To be called before anything is read. */
    void standStill() {
        if (dialect == Dialect.POSTGRESQL) {
            update("set transaction isolation level repeatable read, read only");
        }
    }

    /** Behind a statement that failed, what was written before may be gone: nobody may go on and keep the rest. */
    void requireSound() {
        if (failure != null) {
            throw new StoreException("a statement of this transaction failed", failure);
        }
    }

    /** Whether the connection, not only a statement, has failed. */
    boolean isLost() {
        return failure instanceof StoreUnavailable;
    }

    /** What the database knows this transaction by, if its outcome may have to be asked for. Who took a turn has been told with it. */
    Optional<CommitOutcome.Identity> identity() {
        if (identity == null && dialect == Dialect.POSTGRESQL) {
            query(
                    "select number, now()::text from (select txid_current_if_assigned() as number) t where number is not null",
                    this::identify);
        }
        return Optional.ofNullable(identity);
    }

    CommitOutcome.Identity identify(Row row) {
        identity = new CommitOutcome.Identity(row.getLong(1), row.getString(2));
        return identity;
    }

    Dialect dialect() {
        return dialect;
    }

    void afterCommit(Consumer<Store> work) {
        afterCommit.add(work);
    }

    List<Consumer<Store>> afterCommit() {
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

    /** Written in this transaction, those that were changed with a statement at a time counted as one. */
    long written() {
        return written;
    }

    int update(String sql, Object... parameters) {
        written++;
        return run(sql, parameters, PreparedStatement::executeUpdate);
    }

    /** The values are let go with the answer: kept by every prepared statement of every connection, long lists would fill the heap. */
    private <T> T run(String sql, Object[] parameters, Execution<T> execution) {
        if (stopped.getAsBoolean()) {
            throw new ReadStopped(null);
        }
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

    /** Statements in one go, of which none is kept prepared. */
    void script(String sql) {
        try {
            statements.once(sql);
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    /** One statement for many rows. */
    void updateAll(String sql, Iterable<Object[]> rows) {
        try {
            PreparedStatement statement = statements.prepare(sql);
            long before = written;
            for (Object[] row : rows) {
                bind(statement, Arrays.asList(row));
                statement.addBatch();
                written++;
            }
            if (written > before) {
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
        failure = stopped.getAsBoolean() ? new ReadStopped(e) : dialect.translate(sql, e);
        return failure;
    }
}
