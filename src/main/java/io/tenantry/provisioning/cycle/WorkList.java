package io.tenantry.provisioning.cycle;

import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.store.Session;
import java.util.List;

/** The objects that an incremental cycle looks at. */
final class WorkList {
    private final Session source;
    private final int job;

    WorkList(Session source, int job) {
        this.source = source;
        this.job = job;
    }

    void collect(List<AffectedObjects.Selection> selections) {
        String insert = "insert into sync_work (tenant, job, type, source_id) select distinct {tenant}, " + job + ", ";
        selections.forEach(each -> source.update(insert + each.text() + " on conflict do nothing", each.parameters()));
    }

    Sources next(String after, int limit) {
        return new Sources(source.query(
                "select type, source_id from sync_work where tenant = {tenant} and job = ? and source_id > ? order by source_id limit ?",
                row -> new Sources.Source(ObjectType.of(row.getString(1)), row.getString(2)),
                job,
                after,
                limit));
    }

    long count() {
        return count("sync_work where tenant = {tenant} and job = " + job);
    }

    /** As many as an initial cycle reads. */
    long everyone() {
        return count("directory_object where tenant = {tenant} and type = 'user' and deleted_date_time is null");
    }

    private long count(String from) {
        return source.query("select count(*) from " + from, row -> row.getLong(1))
                .get(0);
    }

    void clear() {
        source.update("delete from sync_work where tenant = {tenant} and job = ?", job);
    }
}
