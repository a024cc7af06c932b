package io.tenantry.provisioning.plan;

/** Other plans are being made, for longer than somebody waits, or many wait for them already. */
public final class PlannerBusy extends RuntimeException {
    PlannerBusy() {
        super("other plans are being made; ask again", null, false, false);
    }
}
