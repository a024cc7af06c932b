package io.tenantry.provisioning.job;

import io.tenantry.store.Dialect;
import io.tenantry.store.Row;
import io.tenantry.store.Session;
import io.tenantry.store.key.Key;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The engine's rows of jobs. */
public final class SyncJobs {
    private static final String COLUMNS =
            "number, job_id, service_principal, next_run, watermark, entries, forced, cycle";
    private static final List<String> TABLES = List.of(
            "sync_link", "sync_escrow", "sync_work", "sync_reference", "sync_members", "sync_on_demand", "sync_run");

    private SyncJobs() {}

    public static void create(Session session, String jobId, String servicePrincipal) {
        session.update(
                "insert into sync_job (tenant, number, job_id, service_principal, entries, forced, revision)"
                        + " select {tenant}, coalesce(max(number), 0) + 1, cast(? as " + text(session) + "), cast(? as "
                        + text(session) + "), 0, 0, 0 from sync_job where tenant = {tenant}",
                jobId,
                servicePrincipal);
    }

    private static String text(Session session) {
        return session.dialect() == Dialect.SQLITE ? "text" : "varchar";
    }

    public static Optional<SyncJob> find(Session session, String jobId) {
        return session
                .query(
                        "select " + COLUMNS + " from sync_job where tenant = {tenant} and job_id = ?",
                        SyncJobs::row,
                        jobId)
                .stream()
                .findFirst();
    }

    /** The row, which nobody else changes before this transaction ends. */
    public static Optional<SyncJob> lock(Session session, String jobId) {
        return session
                .query(
                        "update sync_job set revision = revision + 1 where tenant = {tenant} and job_id = ? returning "
                                + COLUMNS,
                        SyncJobs::row,
                        jobId)
                .stream()
                .findFirst();
    }

    public static List<SyncJob> all(Session session) {
        return session.query(
                "select " + COLUMNS + " from sync_job where tenant = {tenant} order by number", SyncJobs::row);
    }

    /** A number that is another one when any job of the tenant has come on. */
    public static long mark(Session session) {
        return session.query(
                        "select coalesce(sum(revision + entries + number * 31 + coalesce(next_run, 0)), 0) from sync_job"
                                + " where tenant = {tenant}",
                        row -> row.getLong(1))
                .get(0);
    }

    /** When the next cycle of any of them is due. */
    public static Optional<Instant> nextRun(Session session) {
        return session
                .query(
                        "select next_run from sync_job where tenant = {tenant} and next_run is not null order by next_run limit 1",
                        row -> Key.instant(row.getLong(1)))
                .stream()
                .findFirst();
    }

    /** Jobs that have an unfinished cycle or one that is due, in the order in which they fell due. */
    public static List<SyncJob> due(Session session, Instant now) {
        return session.query(
                "select " + COLUMNS + " from sync_job where tenant = {tenant} and (next_run <= ? or cycle is not null)"
                        + " order by next_run, number",
                SyncJobs::row,
                Key.micros(now));
    }

    public static void save(Session session, SyncJob job) {
        session.update(
                "update sync_job set next_run = ?, watermark = ?, entries = ?, forced = ?, cycle = ?"
                        + " where tenant = {tenant} and number = ?",
                job.nextRun().map(Key::micros).orElse(null),
                job.watermark().isPresent() ? job.watermark().getAsLong() : null,
                job.entries(),
                job.forced() ? 1 : 0,
                job.cycle().orElse(null),
                job.number());
    }

    /** Forgets a job and everything that the engine knows through it; what it provisioned stays as it is. */
    public static void delete(Session session, SyncJob job) {
        for (String table : TABLES) {
            session.update("delete from " + table + " where tenant = {tenant} and job = ?", job.number());
        }
        session.update("delete from sync_job where tenant = {tenant} and number = ?", job.number());
    }

    private static SyncJob row(Row row) {
        Optional<Instant> next = row.isNull(4) ? Optional.empty() : Optional.of(Key.instant(row.getLong(4)));
        OptionalLong mark = row.isNull(5) ? OptionalLong.empty() : OptionalLong.of(row.getLong(5));
        return new SyncJob(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                next,
                mark,
                row.getLong(6),
                row.getInt(7) == 1,
                Optional.ofNullable(row.getString(8)));
    }
}
