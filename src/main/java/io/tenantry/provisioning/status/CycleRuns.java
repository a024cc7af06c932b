package io.tenantry.provisioning.status;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.ProvisioningLogEntry.Result;
import io.tenantry.format.Json;
import io.tenantry.store.Row;
import io.tenantry.store.Session;
import io.tenantry.store.key.Key;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cycles of one job, those that ended and the one that runs. */
public final class CycleRuns {
    private static final TypeReference<EnumMap<Result, Long>> COUNTS = new TypeReference<>() {};

    private static final String SELECTED =
            "select number, case when number = (select max(number) from sync_run m where m.tenant = r.tenant and m.job = r.job)"
                    + " then 1 else 0 end, cycle_id, initial, began, ended, state, error, counts from sync_run r"
                    + " where tenant = {tenant} and job = ?";

    private final Session source;
    private final int job;

    public CycleRuns(Session source, int job) {
        this.source = source;
        this.job = job;
    }

    /**
     * A cycle and its place among all of the job.
     *
     * @param newest whether none began after it
     */
    public record Numbered(long number, boolean newest, CycleRun run) {}

    /** A cycle has come this far. */
    public void underway(String cycleId, boolean initial, Instant began, Map<Result, Long> counts) {
        save(CycleRun.underway(cycleId, initial, began, counts));
    }

    /** A cycle came to its end, as its execution says. */
    public void ended(boolean initial, Map<Result, Long> counts, JsonNode execution) {
        save(new CycleRun(
                execution.path("activityIdentifier").asText(),
                initial,
                instant(execution, "timeBegan"),
                Optional.of(instant(execution, "timeEnded")),
                Optional.of(execution.path("state").asText()),
                execution.path("error"),
                counts));
    }

    private static Instant instant(JsonNode execution, String name) {
        return Instant.parse(execution.path(name).asText());
    }

    private void save(CycleRun run) {
        String error = run.error().isObject() ? Json.write(run.error()) : null;
        String counts = Json.write(Json.MAPPER.valueToTree(run.counts()));
        Object[] known = {
            run.initial() ? 1 : 0,
            run.ended().map(Key::micros).orElse(null),
            run.state().orElse(null),
            error,
            run.entries(),
            counts,
            job,
            run.cycleId()
        };
        int found = source.update(
                "update sync_run set initial = ?, ended = ?, state = ?, error = ?, entries = ?, counts = ?"
                        + " where tenant = {tenant} and job = ? and cycle_id = ?",
                known);
        if (found == 0) {
            insert(run, error, counts);
        }
    }

    private void insert(CycleRun run, String error, String counts) {
        source.update(
                "insert into sync_run (tenant, job, number, cycle_id, initial, began, ended, state, error, entries, counts)"
                        + " values ({tenant}, ?, (select coalesce(max(number), 0) + 1 from sync_run where tenant = {tenant} and job = ?),"
                        + " ?, ?, ?, ?, ?, ?, ?, ?)",
                job,
                job,
                run.cycleId(),
                run.initial() ? 1 : 0,
                Key.micros(run.began()),
                run.ended().map(Key::micros).orElse(null),
                run.state().orElse(null),
                error,
                run.entries(),
                counts);
    }

    /**
     * A page, newest first.
     *
     * @param before numbers of the page are smaller
     * @param notable whether those are left out that came to their end and found nothing to do
     */
    public List<Numbered> page(long before, boolean notable, int most) {
        return source.query(
                SELECTED + " and number < ?"
                        + (notable ? " and (entries > 0 or state is null or state = 'Failed')" : "")
                        + " order by number desc limit " + most,
                CycleRuns::row,
                job,
                before);
    }

    public Optional<Numbered> find(String cycleId) {
        return source.query(SELECTED + " and cycle_id = ?", CycleRuns::row, job, cycleId).stream()
                .findFirst();
    }

    private static Numbered row(Row row) {
        CycleRun run = new CycleRun(
                row.getString(3),
                row.getInt(4) == 1,
                Key.instant(row.getLong(5)),
                row.isNull(6) ? Optional.empty() : Optional.of(Key.instant(row.getLong(6))),
                Optional.ofNullable(row.getString(7)),
                row.isNull(8) ? MissingNode.getInstance() : Json.parseObject(row.getString(8)),
                counts(Json.parseObject(row.getString(9))));
        return new Numbered(row.getLong(1), row.getInt(2) == 1, run);
    }

    private static Map<Result, Long> counts(ObjectNode json) {
        return Json.MAPPER.convertValue(json, COUNTS);
    }

    /** Whether any job of a tenant has cycles that began before an instant. */
    public static boolean anyBefore(Session source, Instant instant) {
        return !source.query(
                        "select 1 from sync_run where tenant = {tenant} and began < ? limit 1",
                        row -> true,
                        Key.micros(instant))
                .isEmpty();
    }

    /** Forgets them. */
    public static void removeBefore(Session source, Instant instant) {
        source.update("delete from sync_run where tenant = {tenant} and began < ?", Key.micros(instant));
    }
}
