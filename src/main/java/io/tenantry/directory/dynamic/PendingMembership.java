package io.tenantry.directory.dynamic;

import io.tenantry.store.Session;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Users and groups that were written and whose memberships have not followed yet. The marks outlive the process. */
final class PendingMembership {
    private final Session session;

    PendingMembership(Session session) {
        this.session = session;
    }

    /** To be called behind the change: it is marked by the number of the last one. */
    void mark(Collection<String> ids) {
        session.updateAll(
                "insert into pending_membership (tenant, object_id, seq) select {tenant}, ?, seq from tenant where key = {tenant}"
                        + " on conflict (tenant, object_id) do update set seq = excluded.seq",
                ids.stream().map(id -> new Object[] {id}).toList());
    }

    /** Number of the change behind which each of these is marked. */
    Map<String, Long> marks(Collection<String> ids) {
        Map<String, Long> marks = new HashMap<>();
        session.query(
                "select object_id, seq from pending_membership where tenant = {tenant} and object_id in ?",
                row -> marks.put(row.getString(1), row.getLong(2)),
                ids);
        return marks;
    }

    /** Takes marks away, but for what has been written and marked again. */
    void settled(Map<String, Long> marks) {
        session.updateAll(
                "delete from pending_membership where tenant = {tenant} and object_id = ? and seq = ?",
                marks.entrySet().stream()
                        .map(mark -> new Object[] {mark.getKey(), mark.getValue()})
                        .toList());
    }

    List<String> some() {
        return session.query(
                "select object_id from pending_membership where tenant = {tenant} order by object_id limit 1000",
                row -> row.getString(1));
    }
}
