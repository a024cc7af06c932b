package io.tenantry.provisioning.link;

import io.tenantry.store.Row;
import io.tenantry.store.Session;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The links of one job: its connector data store. */
public final class ObjectLinks {
    private final Session source;
    private final int job;

    public ObjectLinks(Session source, int job) {
        this.source = source;
        this.job = job;
    }

    public Map<String, ObjectLink> of(Collection<String> sourceIds) {
        if (sourceIds.isEmpty()) {
            return Map.of();
        }
        return source
                .query(
                        "select type, source_id, target_id, state, invited from sync_link where tenant = {tenant} and job = "
                                + job + " and state <> 'forgotten' and source_id in ?",
                        ObjectLinks::row,
                        sourceIds)
                .stream()
                .collect(Collectors.toMap(ObjectLink::sourceId, Function.identity()));
    }

    public boolean any() {
        return !source.query(
                        "select 1 from sync_link where tenant = {tenant} and job = " + job + " limit 1",
                        row -> row.getInt(1))
                .isEmpty();
    }

    /** Links to these objects of the target, but those that were given up. */
    public List<ObjectLink> to(Collection<String> targetIds) {
        return targetIds.isEmpty()
                ? List.of()
                : source.query(
                        "select type, source_id, target_id, state, invited from sync_link where tenant = {tenant} and job = "
                                + job + " and state <> 'unmanaged' and target_id in ?",
                        ObjectLinks::row,
                        targetIds);
    }

    /** The next links in a state, behind the id of a source. */
    public List<ObjectLink> in(LinkState state, String after, int limit) {
        return links("state = '" + state.column() + "' and source_id > ? order by source_id limit ?", after, limit);
    }

    /** Links of a type ever made. */
    public long count(ObjectType type) {
        return source.query(
                        "select count(*) from sync_link where tenant = {tenant} and job = " + job + " and type = '"
                                + type.entity() + "' and state <> 'forgotten'",
                        row -> row.getLong(1))
                .get(0);
    }

    public long count(LinkState state) {
        return source.query(
                        "select count(*) from sync_link where tenant = {tenant} and job = " + job + " and state = '"
                                + state.column() + "'",
                        row -> row.getLong(1))
                .get(0);
    }

    /** The next links whose sources are no live objects any more. */
    public List<ObjectLink> gone(String after, int limit) {
        return links(
                "state in ('linked', 'leaving', 'staged') and source_id > ? and not exists (select 1 from directory_object o"
                        + " where o.tenant = sync_link.tenant and o.id = sync_link.source_id and o.deleted_date_time is null)"
                        + " order by source_id limit ?",
                after,
                limit);
    }

    /** What an abandoned cycle had found is looked at again. */
    public void reset() {
        source.update(
                "update sync_link set state = 'linked' where tenant = {tenant} and job = ? and state = 'leaving'", job);
    }

    public void save(Collection<ObjectLink> links) {
        source.updateAll(
                "insert into sync_link (tenant, job, type, source_id, target_id, state, invited) values ({tenant},"
                        + job
                        + ",?,?,?,?,?) on conflict (tenant, job, source_id) do update"
                        + " set target_id = excluded.target_id, state = excluded.state, invited = excluded.invited",
                links.stream()
                        .map(link -> new Object[] {
                            link.type().entity(),
                            link.sourceId(),
                            link.targetId(),
                            link.state().column(),
                            link.invited() ? 1 : 0
                        })
                        .toList());
    }

    /** The link whose source has an id, else the one whose target has it. */
    public Optional<ObjectLink> find(String id) {
        return Optional.ofNullable(of(List.of(id)).get(id)).or(() -> source
                .query(
                        "select type, source_id, target_id, state, invited from sync_link where tenant = {tenant} and job = "
                                + job + " and state <> 'forgotten' and target_id = ? order by source_id limit 1",
                        ObjectLinks::row,
                        id)
                .stream()
                .findFirst());
    }

    /** Takes a link away; the next cycle looks at its source anew. */
    public void forget(ObjectLink link) {
        save(List.of(link.in(LinkState.FORGOTTEN)));
    }

    /** Nothing is left of links that were taken away. */
    public void dropForgotten() {
        source.update("delete from sync_link where tenant = {tenant} and job = ? and state = 'forgotten'", job);
    }

    /** How many objects the target is about to lose: what another source keeps is not among them. */
    public long countLost() {
        return source.query(
                        "select count(*) from sync_link l where l.tenant = {tenant} and l.job = " + job
                                + " and l.state = 'leaving' and not exists (select 1 from sync_link o where o.tenant = l.tenant"
                                + " and o.job = l.job and o.target_id = l.target_id and o.state in ('linked', 'staged'))",
                        row -> row.getLong(1))
                .get(0);
    }

    /** Forgets them: the next cycle matches afresh. Deletions that are held back stay, until somebody allows or rejects them. */
    public void clear() {
        source.update("delete from sync_link where tenant = {tenant} and job = ? and state <> 'staged'", job);
    }

    private List<ObjectLink> links(String condition, String after, int limit) {
        return source.query(
                "select type, source_id, target_id, state, invited from sync_link where tenant = {tenant} and job = "
                        + job + " and " + condition,
                ObjectLinks::row,
                after,
                limit);
    }

    private static ObjectLink row(Row row) {
        return new ObjectLink(
                ObjectType.of(row.getString(1)),
                row.getString(2),
                row.getString(3),
                LinkState.of(row.getString(4)),
                row.getInt(5) == 1);
    }
}
