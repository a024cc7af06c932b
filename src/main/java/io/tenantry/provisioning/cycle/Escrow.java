package io.tenantry.provisioning.cycle;

import java.time.Instant;

/** An object that failed and is tried again. */
record Escrow(String sourceId, Instant firstFailed, int attempts, Instant nextAttempt, String code) {}
