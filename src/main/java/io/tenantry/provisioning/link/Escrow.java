package io.tenantry.provisioning.link;

import java.time.Instant;

/** An object that failed and is tried again. */
public record Escrow(String sourceId, Instant firstFailed, int attempts, Instant nextAttempt, String code) {}
