package io.tenantry.provisioning.link;

import io.tenantry.store.Session;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The references that a cycle still has to resolve. */
public final class PendingReferences {
    private final Session source;
    private final int job;

    public PendingReferences(Session source, int job) {
        this.source = source;
        this.job = job;
    }

    public void save(Collection<PendingReference> references) {
        source.updateAll(
                "insert into sync_reference (tenant, job, source_id, manager_id, log_id) values ({tenant}," + job
                        + ",?,?,?) on conflict (tenant, job, source_id) do update"
                        + " set manager_id = excluded.manager_id, log_id = excluded.log_id",
                references.stream()
                        .map(each -> new Object[] {each.sourceId(), each.managerId(), each.logId()})
                        .toList());
    }

    public List<PendingReference> next(String after, int limit) {
        return source.query(
                "select source_id, manager_id, log_id from sync_reference where tenant = {tenant} and job = ?"
                        + " and source_id > ? order by source_id limit ?",
                row -> new PendingReference(row.getString(1), row.getString(2), row.getString(3)),
                job,
                after,
                limit);
    }

    /** That of one object. */
    public Optional<PendingReference> of(String sourceId) {
        return source
                .query(
                        "select source_id, manager_id, log_id from sync_reference where tenant = {tenant} and job = ?"
                                + " and source_id = ?",
                        row -> new PendingReference(row.getString(1), row.getString(2), row.getString(3)),
                        job,
                        sourceId)
                .stream()
                .findFirst();
    }

    public void clear() {
        source.update("delete from sync_reference where tenant = {tenant} and job = ?", job);
    }
}
