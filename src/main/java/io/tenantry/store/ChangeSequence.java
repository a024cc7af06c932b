package io.tenantry.store;

import io.tenantry.store.key.Key;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The numbered changes of one tenant, from which delta queries and incremental cycles read. They are kept for a while; who reads behind a
 * number asks afterwards whether all that came behind it was still there.
 */
public final class ChangeSequence {
    private final Session session;

    ChangeSequence(Session session) {
        this.session = session;
    }

    /** Number of the last change. */
    public long lastChange() {
        return number("select seq from tenant where key = {tenant}");
    }

    /** Whether all changes behind a number are kept, and the number is one that the sequence has reached. */
    public boolean keeps(long number) {
        return any("select 1 from tenant where key = {tenant} and ? between forgotten and seq", number);
    }

    /** Whether the sequence has gone on since the last mark. */
    public boolean unmarked() {
        return any("select 1 from tenant where key = {tenant} and seq > forgotten"
                + " and not exists (select 1 from change_mark where tenant = {tenant} and seq = tenant.seq)");
    }

    /** Notes how far the sequence has come by now. */
    public void mark(Instant now) {
        session.update(
                "insert into change_mark (tenant, seq, time) select key, seq, cast(? as bigint) from tenant"
                        + " where key = {tenant} and seq > forgotten on conflict do nothing",
                Key.micros(now));
    }

    /** Whether there are changes that were marked before an instant. */
    public boolean markedBefore(Instant instant) {
        return any("select 1 from change_mark where tenant = {tenant} and time < ? limit 1", Key.micros(instant));
    }

    /** Forgets some of the changes that were marked before an instant, in their order; whether that was not all. */
    public boolean forgetBefore(Instant instant, int limit) {
        long marked = number(
                "select coalesce(max(seq), 0) from change_mark where tenant = {tenant} and time < ?",
                Key.micros(instant));
        long forgotten = number("select forgotten from tenant where key = {tenant}");
        long upTo = Math.min(marked, forgotten + limit);
        if (upTo > forgotten) {
            session.update("update tenant set forgotten = ? where key = {tenant}", upTo);
            session.update("delete from change where tenant = {tenant} and seq > ? and seq <= ?", forgotten, upTo);
        }
        session.update("delete from change_mark where tenant = {tenant} and seq <= ?", upTo);
        return upTo < marked;
    }

    private long number(String sql, Object... parameters) {
        return session.query(sql, row -> row.getLong(1), parameters).get(0);
    }

    private boolean any(String sql, Object... parameters) {
        return !session.query(sql, row -> row.getInt(1), parameters).isEmpty();
    }

    /**
     * Takes the next numbers of the tenant's sequence; returns the first. The row stays locked until the transaction ends, so numbers
     * become visible in their order.
     */
    public long nextNumbers(int count) {
        return session.query(
                                "update tenant set seq = seq + ? where key = {tenant} returning seq",
                                row -> row.getLong(1),
                                count)
                        .get(0)
                - count
                + 1;
    }

    /** Writes down changes of directory objects, in this order. */
    public void changed(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        long number = nextNumbers(changes.size());
        List<Object[]> rows = new ArrayList<>(changes.size());
        for (Change change : changes) {
            rows.add(new Object[] {
                number++, change.type(), change.object(), change.kind().name(), change.name(), change.other()
            });
        }
        session.updateAll(
                "insert into change (tenant, seq, type, object_id, kind, name, other) values ({tenant},?,?,?,?,?,?)",
                rows);
    }

    public void changed(Change change) {
        changed(List.of(change));
    }
}
