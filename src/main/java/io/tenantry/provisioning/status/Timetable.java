package io.tenantry.provisioning.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When the next cycle is due: every 40 minutes, rarer and at least daily in quarantine (provisioning-engine.md §1.1, §1.7). */
public final class Timetable {
    public static final Duration INTERVAL = Duration.ofMinutes(40);

    private static final Duration DAILY = Duration.ofHours(24);

    /** The first attempt five minutes after the quarantine began is that of a documented sample. */
    private static final List<Duration> ATTEMPTS = List.of(
            Duration.ofMinutes(5),
            Duration.ofMinutes(40),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24));

    private Timetable() {}

    /** The next step of 40 minutes from the one at which a cycle was due. A long cycle skips those that it overran. */
    public static Instant next(Instant due, Instant now) {
        long steps = Math.max(0, Duration.between(due, now).toMillis() / INTERVAL.toMillis());
        Instant next = due.plus(INTERVAL.multipliedBy(steps + 1));
        return next.isAfter(now) ? next : next.plus(INTERVAL);
    }

    /** The next attempt of a job that went into quarantine at a moment. */
    public static Instant attempt(Instant began, Instant now) {
        return following(ATTEMPTS, began, now);
    }

    /** The first moment to come of those at some distances from a beginning, and daily behind the last of them. */
    public static Instant following(List<Duration> distances, Instant began, Instant now) {
        Instant moment = began;
        for (Duration distance : distances) {
            moment = began.plus(distance);
            if (moment.isAfter(now)) {
                return moment;
            }
        }
        long days = Math.max(0, Duration.between(moment, now).toDays());
        return moment.plus(DAILY.multipliedBy(days + 1));
    }
}
