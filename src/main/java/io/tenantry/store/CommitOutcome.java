package io.tenantry.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks PostgreSQL what became of a transaction whose connection broke within its commit. Its word counts unless it crashed meanwhile: then
 * another transaction may have the same number.
 */
final class CommitOutcome {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(4);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int SECONDS = 2;
    /** SQLSTATE of an end in order, behind which no number is given twice. */
    private static final String ADMIN_SHUTDOWN = "57P01";
    /** Of the question for a number that was never given. */
    private static final String INVALID_PARAMETER = "22023";

    private static final String QUESTION = "select txid_status(?), greatest(pg_postmaster_start_time(),"
            + " (select stats_reset from pg_stat_bgwriter)) < cast(? as timestamptz)";

    /** What a transaction is known by. */
    record Identity(long number, String begun) {}

    private final Database database;
    private final Identity identity;
    private final boolean inOrder;

    CommitOutcome(Database database, Identity identity, SQLException failure) {
        this.database = database;
        this.identity = identity;
        this.inOrder = ADMIN_SHUTDOWN.equals(failure.getSQLState());
    }

    /** Whether it was committed for certain. */
    boolean committed() {
        long end = System.nanoTime() + PATIENCE;
        String status = "in progress";
        while (status.equals("in progress") && System.nanoTime() < end) {
            status = status();
            if (status.equals("in progress")) {
                LockSupport.parkNanos(PAUSE);
            }
        }
        return status.equals("committed");
    }

    private String status() {
        try (Connection connection = database.single(SECONDS);
                PreparedStatement question = connection.prepareStatement(QUESTION)) {
            question.setLong(1, identity.number);
            question.setString(2, identity.begun);
            try (ResultSet answer = question.executeQuery()) {
                answer.next();
                return inOrder || answer.getBoolean(2) ? String.valueOf(answer.getString(1)) : "unknown";
            }
        } catch (SQLException e) {
            return INVALID_PARAMETER.equals(e.getSQLState()) ? "aborted" : "in progress"; // or the database is away
        }
    }
}
