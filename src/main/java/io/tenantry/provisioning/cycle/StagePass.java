package io.tenantry.provisioning.cycle;

/** Deletions above the threshold: logged as staged, nothing deleted (provisioning-engine.md §7). */
final class StagePass implements Pass {
    @Override
    public int advance(Batch batch) {
        Sources sources = batch.leaving();
        if (sources.isEmpty()) {
            batch.enter(Phase.WAITING);
            return 0;
        }
        batch.stage(sources);
        batch.at(sources.last());
        return sources.size();
    }
}
