package io.tenantry.audit;

import io.tenantry.store.Session;
import io.tenantry.store.key.Key;
import io.tenantry.store.key.Tables;
import java.time.Instant;
import java.util.List;

/** Entries of a log that have been kept long enough; the log is named by the type of its entries. */
public final class OldEntries {
    private OldEntries() {}

    /** Whether there are entries of before an instant. */
    public static boolean any(Session session, String type, Instant before) {
        return !oldest(session, type, before, 1).isEmpty();
    }

    /** Removes the oldest of them; whether that may not have been all. */
    public static boolean remove(Session session, String type, Instant before, int limit) {
        List<String> ids = oldest(session, type, before, limit);
        session.removeAll(type, ids);
        return ids.size() == limit;
    }

    private static List<String> oldest(Session session, String type, Instant before, int limit) {
        return session.query(statement(type, limit), row -> row.getString(1), Key.micros(before));
    }

    static String statement(String type, int limit) {
        return "select id from " + Tables.of(type).name() + " where tenant = {tenant} and activity_date_time < ?"
                + " order by activity_date_time nulls first, id limit " + limit;
    }
}
