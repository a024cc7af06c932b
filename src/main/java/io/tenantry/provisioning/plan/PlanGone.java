package io.tenantry.provisioning.plan;

/** A later page of a plan that is not kept any more, and would be another one by now. */
public final class PlanGone extends RuntimeException {
    PlanGone() {
        super(
                "the plan of this page is no longer kept, and what it follows from has changed: ask for its first page again",
                null,
                false,
                false);
    }
}
