package io.tenantry.throttle;

import java.time.Duration;

/** A quota that fills again evenly. Time is real: clients wait by their own clocks. */
final class Bucket {
    private final double size;
    private final double perNano;
    private double level;
    private long seen;

    Bucket(long size, Duration within, long now) {
        this.size = size;
        this.perNano = (double) size / within.toNanos();
        this.level = size;
        this.seen = now;
    }

    /** Seconds until there is as much; 0 where there is. */
    synchronized long secondsUntil(double cost, long now) {
        fill(now);
        return cost <= level ? 0 : Math.max(1, (long) Math.ceil((cost - level) / perNano / 1e9));
    }

    /** Takes it, and tells how much of the whole is in use then. */
    synchronized double take(double cost, long now) {
        fill(now);
        level -= cost;
        return (size - level) / size;
    }

    private void fill(long now) {
        level = Math.min(size, level + (now - seen) * perNano);
        seen = now;
    }
}
