package io.tenantry.time;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * Virtual time, to the microsecond. It runs with the system clock at a distance from it, or stands still while frozen. Who only asks for the
 * time may ask an {@link InstantSource}.
 */
@Singleton
public class VirtualClock implements InstantSource {
    /** Distance from system time while running; the instant it stands at while frozen. */
    private record State(Duration ahead, Instant frozenAt) {}

    private static final State REAL = new State(Duration.ZERO, null);

    private final Clock system = Clock.systemUTC();
    private volatile State state = REAL;

    public Instant now() {
        State s = state;
        return s.frozenAt != null ? s.frozenAt : systemNow().plus(s.ahead);
    }

    @Override
    public Instant instant() {
        return now();
    }

    public boolean frozen() {
        return state.frozenAt != null;
    }

    /** Nanoseconds on a watch that nothing sets or freezes: how long something took, how often something came. */
    public long elapsedNanos() {
        return System.nanoTime();
    }

    /** Sets the time and whether it stands still from now on. */
    public synchronized void set(Instant now, boolean frozen) {
        Instant exact = now.truncatedTo(ChronoUnit.MICROS);
        state = frozen ? new State(Duration.ZERO, exact) : new State(Duration.between(systemNow(), exact), null);
    }

    /** Back to system time, running. */
    public void reset() {
        state = REAL;
    }

    /** How far ahead of system time it is. */
    public Duration ahead() {
        State s = state;
        return s.frozenAt != null ? Duration.between(systemNow(), s.frozenAt) : s.ahead;
    }

    /** What the time is without any setting, and after a reset. */
    public Instant systemNow() {
        return system.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
