package io.tenantry.provisioning.cycle;

/** Leaves nothing of the cycle behind but its results; {@link CycleEnd} writes the status. */
final class FinishPass implements Pass {
    @Override
    public int advance(Batch batch) {
        batch.finish();
        batch.enter(Phase.DONE);
        return 0;
    }
}
