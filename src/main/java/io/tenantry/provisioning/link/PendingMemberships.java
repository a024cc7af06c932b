package io.tenantry.provisioning.link;

import io.tenantry.store.Session;
import java.util.Collection;
import java.util.Optional;

/** The groups whose members a cycle still has to bring over. */
public final class PendingMemberships {
    private final Session source;
    private final int job;

    public PendingMemberships(Session source, int job) {
        this.source = source;
        this.job = job;
    }

    public void save(Collection<PendingMembers> groups) {
        source.updateAll(
                "insert into sync_members (tenant, job, group_id, log_id) values ({tenant}," + job
                        + ",?,?) on conflict (tenant, job, group_id) do update set log_id = excluded.log_id",
                groups.stream()
                        .map(each -> new Object[] {each.groupId(), each.logId()})
                        .toList());
    }

    public Optional<PendingMembers> first() {
        return source
                .query(
                        "select group_id, log_id from sync_members where tenant = {tenant} and job = ? order by group_id limit 1",
                        row -> new PendingMembers(row.getString(1), row.getString(2)),
                        job)
                .stream()
                .findFirst();
    }

    public void remove(String groupId) {
        source.update("delete from sync_members where tenant = {tenant} and job = ? and group_id = ?", job, groupId);
    }

    public void clear() {
        source.update("delete from sync_members where tenant = {tenant} and job = ?", job);
    }
}
