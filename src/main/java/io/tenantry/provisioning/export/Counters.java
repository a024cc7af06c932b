package io.tenantry.provisioning.export;

import io.tenantry.audit.ProvisioningLogEntry.Result;
import java.util.EnumMap;
import java.util.Map;

/** What a cycle counts (synchronizationTaskExecution, provisioning-engine.md §1.2). Part of the checkpoint. */
public final class Counters {
    /** Objects that the cycle is to look at, as far as is known. */
    public long expected;

    public long entitled;
    public long entitledForProvisioning;
    public long exports;
    public long exported;
    public long imported;
    public long referenceDeltas;
    public long referenceFailures;
    public long staged;
    /** Objects that failed in this cycle. */
    public long failed;
    /** Those of them that had not failed before. */
    public long failedFirst;
    /** Objects that had failed before and do so no more. */
    public long settled;
    /** Log entries by what they come to. */
    public Map<Result, Long> entries = new EnumMap<>(Result.class);

    void count(Result result, long by) {
        entries.merge(result, by, Long::sum);
    }
}
