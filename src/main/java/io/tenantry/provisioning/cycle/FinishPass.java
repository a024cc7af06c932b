package io.tenantry.provisioning.cycle;

/** Leaves nothing of the cycle behind but its results; {@link CycleEnd} writes the status. */
final class FinishPass implements Pass {
    @Override
    public int advance(CycleBatch batch) {
        batch.work().clear();
        batch.references().clear();
        batch.escrows().dropOlderThan(batch.now().minus(batch.config().giveUp()));
        batch.enter(Phase.DONE);
        return 0;
    }
}
