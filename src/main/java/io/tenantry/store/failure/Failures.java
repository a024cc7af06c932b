package io.tenantry.store.failure;

import java.sql.SQLException;

/** What the errors of the two databases mean for who asked. */
public final class Failures {
    public static final String NO_ANSWER = "it does not answer";
    /** SQLSTATE of a database that takes no writes. */
    public static final String READ_ONLY = "25006";

    public static final int SQLITE_CORRUPT = 11;

    private static final String NO_ROOM = "no room is left on its disk";
    private static final String DAMAGED = "it is damaged";

    private Failures() {}

    /** By SQLite's primary result codes. */
    public static StoreException sqlite(String what, SQLException e) {
        String message = String.valueOf(e.getMessage());
        return switch (e.getErrorCode()) {
            case 19 ->
                message.contains("UNIQUE")
                        ? new UniqueViolation(message.substring(message.indexOf("UNIQUE")), e)
                        : new StoreException(what, e);
            case 5, 6 -> new StoreUnavailable("another program holds it", e);
            case 7 -> new StoreUnavailable("there is no memory left for it", e);
            case 8 -> new StoreUnavailable("it may not be written", e);
            case 10 -> new StoreUnavailable("its files cannot be read or written", e);
            case SQLITE_CORRUPT, 26 -> new StoreUnavailable(DAMAGED, e);
            case 13 -> new StoreUnavailable(NO_ROOM, e);
            case 14 -> new StoreUnavailable("its files cannot be opened", e);
            default -> new StoreException(what, e);
        };
    }

    /** By SQLSTATE. */
    public static StoreException postgresql(String what, SQLException e) {
        SQLException cause = e.getNextException() != null ? e.getNextException() : e;
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        return switch (state) {
            case "23505" -> new UniqueViolation(String.valueOf(cause.getMessage()), e);
            case "40P01", "40001" -> new Deadlock(what, e);
            case READ_ONLY -> StoreUnavailable.connectionLost("its database takes no writes", e);
            case "53100" -> new StoreUnavailable(NO_ROOM, e);
            case "53300" -> new StoreUnavailable("its database has too many connections", e);
            case "57014" -> new StoreUnavailable("its database has stopped a statement", e);
            case "XX001", "XX002" -> new StoreUnavailable(DAMAGED, e);
            default -> byClass(state, what, e);
        };
    }

    private static StoreException byClass(String state, String what, SQLException e) {
        if (state.startsWith("08") || state.startsWith("57P")) {
            return StoreUnavailable.connectionLost(NO_ANSWER, e);
        }
        return state.startsWith("53") || state.startsWith("58")
                ? new StoreUnavailable("its database lacks what it needs", e)
                : new StoreException(what, e);
    }
}
