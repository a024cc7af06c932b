package io.tenantry.provisioning.link;

import io.tenantry.store.Row;
import io.tenantry.store.Session;
import io.tenantry.store.key.Key;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The failed objects of one job. */
public final class Escrows {
    private final Session source;
    private final int job;

    public Escrows(Session source, int job) {
        this.source = source;
        this.job = job;
    }

    public Map<String, Escrow> of(Collection<String> sourceIds) {
        if (sourceIds.isEmpty()) {
            return Map.of();
        }
        return found(" and source_id in ?", sourceIds).stream()
                .collect(Collectors.toMap(Escrow::sourceId, Function.identity()));
    }

    public boolean any() {
        return !page("", 1).isEmpty();
    }

    /** A page in the order of ids, behind one of them. */
    public List<Escrow> page(String after, int most) {
        return found(" and source_id > ? order by source_id limit " + most, after);
    }

    /** The next that wait for the end of the cycle. */
    public List<Escrow> waiting(String after, int most) {
        return found(
                " and next_attempt = ? and source_id > ? order by source_id limit " + most,
                Key.micros(Escrow.WAITING),
                after);
    }

    private List<Escrow> found(String condition, Object... values) {
        return source.query(
                "select source_id, first_failed, attempts, next_attempt, code from sync_escrow where tenant = {tenant}"
                        + " and job = " + job + condition,
                Escrows::row,
                values);
    }

    public void save(Collection<Escrow> escrows) {
        source.updateAll(
                "insert into sync_escrow (tenant, job, source_id, first_failed, attempts, next_attempt, code) values ({tenant},"
                        + job
                        + ",?,?,?,?,?) on conflict (tenant, job, source_id) do update set attempts = excluded.attempts,"
                        + " next_attempt = excluded.next_attempt, code = excluded.code",
                escrows.stream()
                        .map(each -> new Object[] {
                            each.sourceId(),
                            Key.micros(each.firstFailed()),
                            each.attempts(),
                            Key.micros(each.nextAttempt()),
                            each.code()
                        })
                        .toList());
    }

    public void remove(Collection<String> sourceIds) {
        source.updateAll(
                "delete from sync_escrow where tenant = {tenant} and job = " + job + " and source_id = ?",
                sourceIds.stream().map(id -> new Object[] {id}).toList());
    }

    /** Failures older than the service keeps trying are dropped. */
    public void dropOlderThan(Instant moment) {
        source.update(
                "delete from sync_escrow where tenant = {tenant} and job = ? and first_failed <= ?",
                job,
                Key.micros(moment));
    }

    public long count() {
        return source.query(
                        "select count(*) from sync_escrow where tenant = {tenant} and job = " + job,
                        row -> row.getLong(1))
                .get(0);
    }

    public void clear() {
        source.update("delete from sync_escrow where tenant = {tenant} and job = ?", job);
    }

    private static Escrow row(Row row) {
        return new Escrow(
                row.getString(1),
                Key.instant(row.getLong(2)),
                row.getInt(3),
                Key.instant(row.getLong(4)),
                row.getString(5));
    }
}
