package io.tenantry.provisioning.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tenantry.audit.ProvisioningLogEntry.Result;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How a cycle went, or how far it has come.
 *
 * @param initial whether everyone was read
 * @param ended empty while it runs, and for one that was given up
 * @param state {@code synchronizationTaskExecutionResult}; empty before the end
 * @param error of the execution; missing where there is none
 * @param counts its log entries by what they come to
 */
public record CycleRun(
        String cycleId,
        boolean initial,
        Instant began,
        Optional<Instant> ended,
        Optional<String> state,
        JsonNode error,
        Map<Result, Long> counts) {
    static CycleRun underway(String cycleId, boolean initial, Instant began, Map<Result, Long> counts) {
        return new CycleRun(
                cycleId, initial, began, Optional.empty(), Optional.empty(), MissingNode.getInstance(), counts);
    }

    /** How many log entries it wrote. */
    public long entries() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
