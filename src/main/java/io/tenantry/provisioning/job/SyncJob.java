package io.tenantry.provisioning.job;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the engine keeps of a job beside what Graph shows.
 *
 * @param number stands for the job in the engine's rows
 * @param nextRun when the next cycle is due; empty: not scheduled
 * @param watermark last change taken in; empty: the next cycle is an initial one
 * @param entries objects in the connector data store: links ever made
 * @param forced whether the next cycle deletes whatever the threshold says
 * @param cycle checkpoint of the unfinished cycle
 */
public record SyncJob(
        int number,
        String jobId,
        String servicePrincipal,
        Optional<Instant> nextRun,
        OptionalLong watermark,
        long entries,
        boolean forced,
        Optional<String> cycle) {

    public SyncJob due(Instant at) {
        return new SyncJob(number, jobId, servicePrincipal, Optional.of(at), watermark, entries, forced, cycle);
    }

    public SyncJob unscheduled() {
        return new SyncJob(number, jobId, servicePrincipal, Optional.empty(), watermark, entries, forced, cycle);
    }

    /** The next cycle reads everyone; an unfinished one is dropped. */
    public SyncJob afresh() {
        return new SyncJob(
                number, jobId, servicePrincipal, nextRun, OptionalLong.empty(), entries, forced, Optional.empty());
    }

    /** An unfinished cycle is dropped; the next one reads again what it read. */
    public SyncJob abandoned() {
        return new SyncJob(number, jobId, servicePrincipal, nextRun, watermark, entries, forced, Optional.empty());
    }

    public SyncJob force() {
        return new SyncJob(number, jobId, servicePrincipal, nextRun, watermark, entries, true, cycle);
    }

    public SyncJob withoutLinks() {
        return new SyncJob(number, jobId, servicePrincipal, nextRun, watermark, 0, forced, cycle);
    }

    public SyncJob withEntries(long links) {
        return new SyncJob(number, jobId, servicePrincipal, nextRun, watermark, links, forced, cycle);
    }

    /** A cycle is under way and has come this far. */
    public SyncJob checkpoint(String state, long links) {
        return new SyncJob(number, jobId, servicePrincipal, nextRun, watermark, links, forced, Optional.of(state));
    }

    /** A cycle has taken in all changes up to one. */
    public SyncJob finished(long lastChange, long links) {
        return new SyncJob(
                number, jobId, servicePrincipal, nextRun, OptionalLong.of(lastChange), links, false, Optional.empty());
    }
}
