package io.tenantry.provisioning.schedule;

import io.tenantry.provisioning.job.RestartScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A job's life in the reference model: its state, when it is due, its quarantine (provisioning-engine.md §1.2, §1.7, §1.8). */
final class ModelJob {
    private static final Duration[] ATTEMPTS = {
        Duration.ofMinutes(5),
        Duration.ofMinutes(40),
        Duration.ofHours(2),
        Duration.ofHours(6),
        Duration.ofHours(12),
        Duration.ofHours(24)
    };

    String code = "Paused";
    Optional<Instant> due = Optional.empty();
    boolean initial = true;
    boolean forced;
    OptionalInt threshold = OptionalInt.empty();
    private boolean succeeded;
    private boolean scheduled;
    private Instant quarantined;

    void start(Instant now) {
        if (!scheduled || quarantined != null) {
            run(now);
            lift();
        }
    }

    void pause() {
        scheduled = false;
        due = Optional.empty();
        code = "Paused";
    }

    void restart(Set<RestartScope> scopes, Instant now) {
        initial |= scopes.contains(RestartScope.WATERMARK) || scopes.contains(RestartScope.CONNECTOR_DATA_STORE);
        forced |= scopes.contains(RestartScope.FORCE_DELETES);
        run(now);
        if (scopes.contains(RestartScope.QUARANTINE_STATE) || quarantined == null) {
            lift();
        } else {
            code = "Quarantine";
        }
    }

    private void run(Instant now) {
        scheduled = true;
        due = Optional.of(now);
    }

    private void lift() {
        quarantined = null;
        code = succeeded ? "Active" : "NotRun";
    }

    /** A cycle came to its end at which nothing was held back. */
    void clean(Instant now) {
        ended();
        lift();
        next(now);
    }

    /** One that held deletions back. */
    void staged(Instant now) {
        ended();
        impose(now);
    }

    private void ended() {
        succeeded = true;
        initial = false;
        forced = false;
    }

    /** Likewise, or one that could not look at anybody. */
    void impose(Instant now) {
        quarantined = quarantined == null ? now : quarantined;
        code = "Quarantine";
        if (quarantined.plus(Duration.ofDays(28)).isAfter(now)) {
            due = Optional.of(attempt(now));
        } else {
            scheduled = false;
            due = Optional.empty();
        }
    }

    private Instant attempt(Instant now) {
        for (Duration distance : ATTEMPTS) {
            if (quarantined.plus(distance).isAfter(now)) {
                return quarantined.plus(distance);
            }
        }
        Instant attempt = quarantined;
        while (!attempt.isAfter(now)) {
            attempt = attempt.plus(Duration.ofDays(1));
        }
        return attempt;
    }

    private void next(Instant now) {
        Instant next = due.filter(each -> !each.isAfter(now)).orElse(now);
        while (!next.isAfter(now)) {
            next = next.plus(Duration.ofMinutes(40));
        }
        due = Optional.of(next);
    }
}
