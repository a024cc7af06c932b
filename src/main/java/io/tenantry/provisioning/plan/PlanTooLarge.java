package io.tenantry.provisioning.plan;

/** A plan that this server has not the memory for. */
public final class PlanTooLarge extends RuntimeException {
    PlanTooLarge(int notes) {
        super(
                "the plan is too large for the memory of this server: it came to " + notes
                        + " notes of what would be changed; start it with a larger heap",
                null,
                false,
                false);
    }
}
