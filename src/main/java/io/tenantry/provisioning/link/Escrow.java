package io.tenantry.provisioning.link;

import java.time.Instant;

/**
 * An object that failed and is tried again.
 *
 * @param attempts 0 where it waits for the end of the running cycle and has not failed yet
 */
public record Escrow(String sourceId, Instant firstFailed, int attempts, Instant nextAttempt, String code) {
    /** Before every other moment: of those who wait. */
    public static final Instant WAITING = Instant.EPOCH;

    public boolean hasFailed() {
        return attempts > 0;
    }
}
