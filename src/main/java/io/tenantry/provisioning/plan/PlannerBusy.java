package io.tenantry.provisioning.plan;

/** Other plans are being made, and have been for longer than somebody waits. */
public final class PlannerBusy extends RuntimeException {
    PlannerBusy() {
        super("other plans are being made; ask again", null, false, false);
    }
}
