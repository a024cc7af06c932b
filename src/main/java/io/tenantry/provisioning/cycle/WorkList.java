package io.tenantry.provisioning.cycle;

import io.tenantry.store.Key;
import io.tenantry.store.Session;
import java.time.Instant;
import java.util.List;

/**
 * The users that an incremental cycle looks at. They are found by statements over the changes, so that the cost follows the number of
 * changes, not the size of the directory.
 */
final class WorkList {
    private static final String ASSIGNED_GROUP =
            "exists (select 1 from entity e where e.tenant = c.tenant and e.type = 'appRoleAssignment' and e.parent = ?"
                    + " and e.ref1 = %s and e.deleted_date_time is null)";

    private final Session source;
    private final int job;
    private final String insert;
    private final String linked;

    WorkList(Session source, int job) {
        this.source = source;
        this.job = job;
        this.insert = "insert into sync_work (tenant, job, source_id) select distinct {tenant}, " + job + ", ";
        this.linked = "exists (select 1 from sync_link l where l.tenant = c.tenant and l.job = " + job
                + " and l.source_id = %s)";
    }

    /** Collects whom the changes after one number and up to another affect. */
    void collect(String servicePrincipal, long after, long upTo) {
        if (after < upTo) {
            users(after, upTo);
            members(servicePrincipal, after, upTo);
            assignments(servicePrincipal, after, upTo);
            deletedGroups(servicePrincipal, after, upTo);
        }
    }

    private void users(long after, long upTo) {
        add(
                "c.object_id from change c where c.tenant = {tenant} and c.seq > ? and c.seq <= ? and c.type = 'user'",
                after,
                upTo);
    }

    /** Who joined or left an assigned group, or is linked and left any. */
    private void members(String servicePrincipal, long after, long upTo) {
        add(
                "c.other from change c where c.tenant = {tenant} and c.seq > ? and c.seq <= ? and c.type = 'group'"
                        + " and c.name = 'member' and (" + ASSIGNED_GROUP.formatted("c.object_id") + " or "
                        + linked.formatted("c.other") + ")",
                after,
                upTo,
                servicePrincipal);
    }

    /** Who was assigned or unassigned, by himself or as direct member of a group. */
    private void assignments(String servicePrincipal, long after, long upTo) {
        String changes =
                " c.tenant = {tenant} and c.seq > ? and c.seq <= ? and c.type = 'servicePrincipal' and c.object_id = ?"
                        + " and c.name = 'appRoleAssignedTo'";
        add("c.other from change c where" + changes, after, upTo, servicePrincipal);
        add(
                "r.target from change c join relation r on r.tenant = c.tenant and r.kind = 'member' and r.source = c.other where"
                        + changes,
                after,
                upTo,
                servicePrincipal);
    }

    /** Members of groups that were deleted or restored; where one is gone for good, whoever is linked may have been a member. */
    private void deletedGroups(String servicePrincipal, long after, long upTo) {
        String changes = " c.tenant = {tenant} and c.seq > ? and c.seq <= ? and c.type = 'group' and c.kind ";
        add(
                "r.target from change c join relation r on r.tenant = c.tenant and r.kind = 'member' and r.source = c.object_id where"
                        + changes + "in ('DELETED', 'RESTORED') and (" + ASSIGNED_GROUP.formatted("c.object_id")
                        + " or "
                        + linked.formatted("r.target") + ")",
                after,
                upTo,
                servicePrincipal);
        add(
                "l.source_id from sync_link l where l.tenant = {tenant} and l.job = " + job
                        + " and l.state = 'linked' and exists (select 1 from change c where" + changes + "= 'PURGED')",
                after,
                upTo);
    }

    /** Failures whose time has come, and deletions held back. */
    void retries(Instant now) {
        add(
                "e.source_id from sync_escrow e where e.tenant = {tenant} and e.job = " + job
                        + " and e.next_attempt <= ?",
                Key.micros(now));
        add("l.source_id from sync_link l where l.tenant = {tenant} and l.job = " + job + " and l.state = 'staged'");
    }

    private void add(String select, Object... parameters) {
        source.update(insert + select + " on conflict do nothing", parameters);
    }

    List<String> next(String after, int limit) {
        return source.query(
                "select source_id from sync_work where tenant = {tenant} and job = ? and source_id > ? order by source_id limit ?",
                row -> row.getString(1),
                job,
                after,
                limit);
    }

    void clear() {
        source.update("delete from sync_work where tenant = {tenant} and job = ?", job);
    }
}
