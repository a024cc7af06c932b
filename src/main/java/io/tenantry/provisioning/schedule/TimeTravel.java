package io.tenantry.provisioning.schedule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.directory.dynamic.TimedMembership;
import io.tenantry.error.GraphError;
import io.tenantry.provisioning.status.Timetable;
import io.tenantry.time.VirtualClock;
import io.tenantry.world.CycleControl.Ran;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Moves virtual time, and has everything happen on the way. */
final class TimeTravel {
    /** Some nine months of one job. */
    private static final int MOST_RUNS = 10_000;

    private final VirtualClock clock;
    private final Cycles cycles;
    private final DueJobs due;
    private final RetentionPurge purge;
    private final HistoryPurge history;
    private final TimedMembership timed;

    TimeTravel(
            VirtualClock clock,
            Cycles cycles,
            DueJobs due,
            RetentionPurge purge,
            HistoryPurge history,
            TimedMembership timed) {
        this.clock = clock;
        this.cycles = cycles;
        this.due = due;
        this.purge = purge;
        this.history = history;
        this.timed = timed;
    }

    /**
     * Moves virtual time to an instant, or as far as it came where something failed. Every cycle and every purge that falls due on the
     * way comes at its own time, in order, and is done when this returns. Whether the clock stands still stays as it is. Throws
     * {@link GraphError} where more would run than one call may.
     *
     * @return the cycles that ran, job by job, in the order in which each job first ran
     */
    synchronized List<Ran> advanceTo(Instant end) {
        Map<String, Ran> ran = new LinkedHashMap<>();
        boolean frozen = clock.frozen();
        Instant reached = clock.now();
        requireNear(reached, end);
        clock.set(reached, true);
        try {
            history.purge(reached);
            for (Optional<Instant> next = nextDue(end); next.isPresent(); next = nextDue(end)) {
                reached = reached.isAfter(next.get()) ? reached : next.get();
                Instant now = reached;
                clock.set(now, true);
                purge.purge(now);
                history.look(now);
                timed.follow(now);
                due.at(now).forEach(each -> cycles.run(each.tenant(), each.jobId())
                        .ifPresent(execution -> count(ran, each, execution)));
            }
            purge.purge(end);
            history.purge(end);
            reached = end;
            clock.set(end, true);
            timed.follow(end);
        } finally {
            clock.set(reached, frozen);
        }
        return List.copyOf(ran.values());
    }

    private static void count(Map<String, Ran> ran, DueJobs.Due job, ObjectNode execution) {
        ran.merge(
                job.tenant().id() + " " + job.jobId(),
                new Ran(
                        job.tenant(),
                        job.jobId(),
                        1,
                        execution.path("countExported").asLong()),
                (all, one) -> new Ran(one.tenant(), one.jobId(), all.cycles() + 1, all.exported() + one.exported()));
    }

    private void requireNear(Instant start, Instant end) {
        long steps = Duration.between(start, end).dividedBy(Timetable.INTERVAL);
        int jobs = due.at(end).size();
        if (steps * jobs > MOST_RUNS) {
            throw GraphError.of(
                    400,
                    "BadRequest",
                    "Until then " + steps * jobs + " cycles of " + jobs
                            + " started jobs would run, and one call runs at most " + MOST_RUNS
                            + ": go in shorter steps, or pause jobs.");
        }
    }

    private Optional<Instant> nextDue(Instant end) {
        Stream<Instant> jobs = due.at(end).stream().map(DueJobs.Due::at);
        Stream<Instant> purges = purge.nextDue().filter(each -> !each.isAfter(end)).stream();
        return Stream.concat(jobs, purges).min(Comparator.naturalOrder());
    }
}
