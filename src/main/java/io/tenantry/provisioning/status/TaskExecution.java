package io.tenantry.provisioning.status;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import java.time.Instant;
import java.util.List;

/** {@code synchronizationTaskExecution} (provisioning-engine.md §1.2). */
public final class TaskExecution {
    /** How a timestamp reads that never was (synchronization-api.md §1). */
    static final String NEVER = "0001-01-01T00:00:00Z";

    /** No object fails. */
    public static final String SUCCEEDED = "Succeeded";

    /** Some objects fail. */
    public static final String ENTRY_LEVEL_ERRORS = "EntryLevelErrors";

    private static final List<String> COUNTERS = List.of(
            "countEntitled",
            "countEntitledForProvisioning",
            "countEscrowed",
            "countEscrowedRaw",
            "countExported",
            "countExports",
            "countImported",
            "countImportedDeltas",
            "countImportedReferenceDeltas");

    private TaskExecution() {}

    /** What a started job shows before its first cycle has ended. */
    public static ObjectNode none() {
        ObjectNode execution = Json.object().putNull("activityIdentifier");
        COUNTERS.forEach(counter -> execution.put(counter, 0));
        execution.put("state", "Failed").put("timeBegan", NEVER).put("timeEnded", NEVER);
        execution.set("error", error("None", "", false));
        return execution;
    }

    public static ObjectNode of(String cycleId, String state, Instant began, Instant ended, ObjectNode error) {
        ObjectNode execution = Json.object().put("activityIdentifier", cycleId);
        COUNTERS.forEach(counter -> execution.put(counter, 0));
        execution.put("state", state);
        execution.put("timeBegan", Json.instant(began)).put("timeEnded", Json.instant(ended));
        execution.set("error", error);
        return execution;
    }

    public static ObjectNode error(String code, String message, boolean tenantActionable) {
        return Json.object().put("code", code).put("message", message).put("tenantActionable", tenantActionable);
    }
}
