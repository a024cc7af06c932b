package io.tenantry.provisioning.cycle;

import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.store.Session;
import io.tenantry.store.key.Key;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Which objects of the source an incremental cycle looks at: statements over the changes, so that the cost follows the number of changes,
 * not the size of the directory. Each selects types and ids, of which some come twice.
 */
public final class AffectedObjects {
    private static final String ASSIGNED_GROUP =
            "exists (select 1 from entity e where e.tenant = c.tenant and e.type = 'appRoleAssignment' and e.parent = ?"
                    + " and e.ref1 = %s and e.deleted_date_time is null)";

    /** A statement behind its {@code select}. */
    public record Selection(String text, Object[] parameters) {}

    private final List<Selection> selections = new ArrayList<>();
    private final int job;
    private final String linked;

    private AffectedObjects(int job) {
        this.job = job;
        this.linked = "exists (select 1 from sync_link l where l.tenant = c.tenant and l.job = " + job
                + " and l.state <> 'forgotten' and l.source_id = %s)";
    }

    /**
     * Whom the changes affect that came behind the watermark of a cycle and before its beginning, failures whose time has come,
     * deletions held back, and whose link was taken away.
     */
    public static List<Selection> of(JobContext context, CycleStart start, Instant now) {
        AffectedObjects affected = new AffectedObjects(context.job().number());
        affected.collect(
                context.job().servicePrincipal(),
                start.watermark(),
                start.snapshot(),
                context.rules().groups().enabled());
        affected.retries(now);
        return affected.selections;
    }

    /** What they select: the type of each id, in the order of ids. */
    public static NavigableMap<String, ObjectType> select(Session source, List<Selection> selections) {
        NavigableMap<String, ObjectType> found = new TreeMap<>();
        for (Selection each : selections) {
            source.query(
                            "select distinct " + each.text,
                            row -> new Sources.Source(ObjectType.of(row.getString(1)), row.getString(2)),
                            each.parameters)
                    .forEach(object -> found.putIfAbsent(object.id(), object.type()));
        }
        return found;
    }

    /** @param allGroups whether groups are looked at that are not assigned */
    private void collect(String servicePrincipal, long after, long upTo, boolean allGroups) {
        if (after < upTo) {
            groups(servicePrincipal, after, upTo, allGroups);
            users(after, upTo);
            members(servicePrincipal, after, upTo);
            assignments(servicePrincipal, after, upTo);
            deletedGroups(servicePrincipal, after, upTo);
        }
    }

    /** Groups that were written, or gained or lost somebody. */
    private void groups(String servicePrincipal, long after, long upTo, boolean all) {
        String changes =
                "'group', c.object_id from change c where c.tenant = {tenant} and c.seq > ? and c.seq <= ? and c.type = 'group'";
        if (all) {
            add(changes, after, upTo);
        } else {
            add(changes + " and " + ASSIGNED_GROUP.formatted("c.object_id"), after, upTo, servicePrincipal);
        }
    }

    private void users(long after, long upTo) {
        add(
                "'user', c.object_id from change c where c.tenant = {tenant} and c.seq > ? and c.seq <= ? and c.type = 'user'",
                after,
                upTo);
    }

    /** Who joined or left an assigned group, or is linked and left any. */
    private void members(String servicePrincipal, long after, long upTo) {
        add(
                "'user', c.other from change c where c.tenant = {tenant} and c.seq > ? and c.seq <= ? and c.type = 'group'"
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
        add(
                "coalesce(o.type, 'user'), c.other from change c left join directory_object o on o.tenant = c.tenant and o.id = c.other"
                        + " where" + changes,
                after,
                upTo,
                servicePrincipal);
        add(
                "'user', r.target from change c join relation r on r.tenant = c.tenant and r.kind = 'member' and r.source = c.other where"
                        + changes,
                after,
                upTo,
                servicePrincipal);
    }

    /**
     * Members of groups that were deleted or restored; where one that was assigned is gone for good, whoever is linked may have been a
     * member.
     */
    private void deletedGroups(String servicePrincipal, long after, long upTo) {
        String changes = " c.tenant = {tenant} and c.seq > ? and c.seq <= ? and c.type = 'group' and c.kind ";
        add(
                "'user', r.target from change c join relation r on r.tenant = c.tenant and r.kind = 'member' and r.source = c.object_id where"
                        + changes + "in ('DELETED', 'RESTORED') and (" + ASSIGNED_GROUP.formatted("c.object_id")
                        + " or "
                        + linked.formatted("r.target") + ")",
                after,
                upTo,
                servicePrincipal);
        // links come second: all of them are read, and mostly there is no such group
        add(
                "l.type, l.source_id from (select 1 from change c where" + changes
                        + "= 'PURGED' and exists (select 1 from change a where a.tenant = c.tenant and a.seq > ? and a.seq <= ?"
                        + " and a.type = 'servicePrincipal' and a.object_id = ? and a.name = 'appRoleAssignedTo'"
                        + " and a.other = c.object_id) limit 1) purged cross join sync_link l where l.tenant = {tenant} and l.job = "
                        + job + " and l.state = 'linked'",
                after,
                upTo,
                after,
                upTo,
                servicePrincipal);
    }

    private void retries(Instant now) {
        add(
                "coalesce((select o.type from directory_object o where o.tenant = e.tenant and o.id = e.source_id), (select l.type"
                        + " from sync_link l where l.tenant = e.tenant and l.job = e.job and l.source_id = e.source_id), 'user'),"
                        + " e.source_id from sync_escrow e where e.tenant = {tenant} and e.job = " + job
                        + " and e.next_attempt <= ?",
                Key.micros(now));
        links("staged");
        links("forgotten");
    }

    private void links(String state) {
        add("l.type, l.source_id from sync_link l where l.tenant = {tenant} and l.job = " + job + " and l.state = '"
                + state + "'");
    }

    private void add(String select, Object... parameters) {
        selections.add(new Selection(select, parameters));
    }
}
