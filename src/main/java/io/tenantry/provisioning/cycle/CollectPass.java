package io.tenantry.provisioning.cycle;

/** Finds whom the changes since the watermark affect, and which failures are to be tried again. */
final class CollectPass implements Pass {
    @Override
    public int advance(CycleBatch batch) {
        CycleState state = batch.state();
        batch.work().collect(batch.context().job().servicePrincipal(), state.watermark(), state.snapshot());
        batch.work().retries(batch.now());
        batch.enter(Phase.AFFECTED);
        return 0;
    }
}
