package io.tenantry.provisioning.job;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

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
        return with(next -> next.nextRun = Optional.of(at));
    }

    public SyncJob unscheduled() {
        return with(next -> next.nextRun = Optional.empty());
    }

    /** The next cycle reads everyone; an unfinished one is dropped. */
    public SyncJob afresh() {
        return with(next -> {
            next.watermark = OptionalLong.empty();
            next.cycle = Optional.empty();
        });
    }

    /** An unfinished cycle is dropped; the next one reads again what it read. */
    public SyncJob abandoned() {
        return with(next -> next.cycle = Optional.empty());
    }

    public SyncJob force() {
        return with(next -> next.forced = true);
    }

    public SyncJob withEntries(long links) {
        return with(next -> next.entries = links);
    }

    /** A cycle is under way and has come this far. */
    public SyncJob checkpoint(String state, long links) {
        return with(next -> {
            next.cycle = Optional.of(state);
            next.entries = links;
        });
    }

    /** A cycle has taken in all changes up to one. */
    public SyncJob finished(long lastChange, long links) {
        return with(next -> {
            next.watermark = OptionalLong.of(lastChange);
            next.entries = links;
            next.forced = false;
            next.cycle = Optional.empty();
        });
    }

    private SyncJob with(Consumer<Next> change) {
        Next next = new Next();
        change.accept(next);
        return new SyncJob(
                number, jobId, servicePrincipal, next.nextRun, next.watermark, next.entries, next.forced, next.cycle);
    }

    /** What becomes of the job: this one, but for what is changed. */
    private final class Next {
        private Optional<Instant> nextRun = SyncJob.this.nextRun;
        private OptionalLong watermark = SyncJob.this.watermark;
        private long entries = SyncJob.this.entries;
        private boolean forced = SyncJob.this.forced;
        private Optional<String> cycle = SyncJob.this.cycle;
    }
}
