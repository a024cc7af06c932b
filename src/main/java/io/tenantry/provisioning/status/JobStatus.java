package io.tenantry.provisioning.status;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a synchronization job stands in its life (provisioning-engine.md §1.2, §1.7, §1.8). A state offers what may happen to a job in it,
 * and nothing else; what it is stored as stands in {@link JobDocument}.
 *
 * <pre>
 *            start               clean
 * Created ──────────▶ NotRun ─────────────▶ Active ◀──┐ clean
 *                       │                    │ ▲ └────┘
 *                       │     quarantine     │ │
 *                       └───────▶ ┐ ◀────────┘ │ clean, start
 *                             Quarantined ─────┘
 *                              │ ▲     │
 *                              │ └─────┘ quarantine, resume
 *                              │ quarantine, where it has lasted for 28 days
 *                              ▼
 *                           Disabled
 *
 * any state         ─ pause ─────────────▶ Paused        a quarantine stays in force
 * Paused, Disabled  ─ start ─────────────▶ NotRun, or Active where a cycle has ever come to a good end
 * Paused, Disabled  ─ resume ────────────▶ Quarantined where one stayed in force; otherwise as by start
 * Paused            ─ clean, quarantine ─▶ Paused, Disabled        a cycle under way came to its end
 * </pre>
 */
public sealed interface JobStatus {
    /** {@code synchronizationScheduleState}. */
    String scheduleState();

    /** {@code synchronizationStatusCode}. */
    String code();

    default Optional<Quarantine> quarantine() {
        return Optional.empty();
    }

    /**
     * Runs from now on; a quarantine is lifted.
     *
     * @param succeeded whether a cycle has ever come to a good end
     */
    default Scheduled start(boolean succeeded) {
        return succeeded ? new Active() : new NotRun();
    }

    /** Runs from now on; a quarantine stays in force. */
    default Scheduled resume(boolean succeeded) {
        return quarantine().<Scheduled>map(Quarantined::new).orElseGet(() -> start(succeeded));
    }

    default Paused pause() {
        return new Paused(quarantine());
    }

    /** In which cycles begin. */
    sealed interface Scheduled extends Cycling {
        @Override
        default String scheduleState() {
            return "Active";
        }
    }

    /** In which a cycle may come to its end. */
    sealed interface Cycling extends JobStatus {
        /** A cycle ended whose failures are few. */
        Cycling clean();

        /** A cycle ended that imposes quarantine or leaves it in force; the job is turned off where it has lasted too long. */
        default JobStatus quarantine(QuarantineReason reason, ObjectNode error, Instant now, Duration giveUp) {
            Quarantine imposed = quarantine()
                    .map(before -> before.again(reason, error, now))
                    .orElseGet(() -> Quarantine.begin(reason, error, now));
            Cycling next = in(imposed);
            return imposed.lasted(giveUp, now) ? new Disabled(next.code(), imposed) : next;
        }

        Cycling in(Quarantine imposed);
    }

    /** Never started. */
    record Created() implements JobStatus {
        @Override
        public String scheduleState() {
            return "Disabled";
        }

        @Override
        public String code() {
            return "Paused";
        }
    }

    /** Started; the first cycle has not come to its end. */
    record NotRun() implements Scheduled {
        @Override
        public String code() {
            return "NotRun";
        }

        @Override
        public Active clean() {
            return new Active();
        }

        @Override
        public Quarantined in(Quarantine imposed) {
            return new Quarantined(imposed);
        }
    }

    /** Cycles run every 40 minutes. */
    record Active() implements Scheduled {
        @Override
        public String code() {
            return "Active";
        }

        @Override
        public Active clean() {
            return this;
        }

        @Override
        public Quarantined in(Quarantine imposed) {
            return new Quarantined(imposed);
        }
    }

    /** Cycles run rarely. */
    record Quarantined(Quarantine imposed) implements Scheduled {
        @Override
        public String code() {
            return "Quarantine";
        }

        @Override
        public Optional<Quarantine> quarantine() {
            return Optional.of(imposed);
        }

        @Override
        public Active clean() {
            return new Active();
        }

        @Override
        public Quarantined in(Quarantine again) {
            return new Quarantined(again);
        }
    }

    /** No cycle begins; one under way comes to its end. */
    record Paused(Optional<Quarantine> quarantine) implements Cycling {
        @Override
        public String scheduleState() {
            return "Paused";
        }

        @Override
        public String code() {
            return "Paused";
        }

        @Override
        public Paused clean() {
            return new Paused(Optional.empty());
        }

        @Override
        public Paused in(Quarantine imposed) {
            return new Paused(Optional.of(imposed));
        }
    }

    /** Turned off by the service; its code is the one that it had. */
    record Disabled(String code, Quarantine imposed) implements JobStatus {
        @Override
        public String scheduleState() {
            return "Disabled";
        }

        @Override
        public Optional<Quarantine> quarantine() {
            return Optional.of(imposed);
        }
    }
}
