package io.tenantry.provisioning.cycle;

/**
 * Finds whom the changes since the watermark affect, and which failures are to be tried again. Of a job that was paused for longer than
 * changes are kept everyone is read.
 */
final class CollectPass implements Pass {
    @Override
    public int advance(CycleBatch batch) {
        CycleStart start = batch.start();
        if (!batch.source().changes().keeps(start.watermark())) {
            batch.readEveryone();
            return 0;
        }
        batch.work()
                .collect(
                        batch.context().job().servicePrincipal(),
                        start.watermark(),
                        start.snapshot(),
                        batch.context().rules().groups().enabled());
        batch.work().retries(batch.now());
        batch.counters().expected = batch.work().count();
        batch.enter(Phase.AFFECTED);
        return 0;
    }
}
