package io.tenantry.provisioning.export;

/** What a cycle counts (synchronizationTaskExecution, provisioning-engine.md §1.2). Part of the checkpoint. */
public final class Counters {
    public long entitled;
    public long entitledForProvisioning;
    public long exports;
    public long exported;
    public long imported;
    public long referenceDeltas;
    public long referenceFailures;
    public long staged;
}
