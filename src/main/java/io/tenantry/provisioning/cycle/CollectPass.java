package io.tenantry.provisioning.cycle;

/**
 * Finds whom the changes since the watermark affect, and which failures are to be tried again. Of a job that was paused for longer than
 * changes are kept everyone is read.
 */
final class CollectPass implements Pass {
    @Override
    public int advance(Batch batch) {
        if (!batch.changesKept()) {
            batch.readEveryone();
            return 0;
        }
        batch.collect();
        batch.enter(Phase.AFFECTED);
        return 0;
    }
}
