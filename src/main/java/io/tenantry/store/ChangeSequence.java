package io.tenantry.store;

import java.util.ArrayList;
import java.util.List;

/** The numbered changes of one tenant, from which delta queries and incremental cycles read. */
public final class ChangeSequence {
    private final Session session;

    ChangeSequence(Session session) {
        this.session = session;
    }

    /** Number of the last change. */
    public long lastChange() {
        return session.query("select seq from tenant where key = {tenant}", row -> row.getLong(1))
                .get(0);
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
