package io.tenantry.provisioning.cycle;

/** The objects that an incremental cycle has collected. */
final class AffectedPass implements Pass {
    @Override
    public int advance(CycleBatch batch) {
        Sources sources = batch.work().next(batch.cursor(), batch.size());
        if (sources.isEmpty()) {
            batch.enter(Phase.JUDGE);
            return 0;
        }
        batch.provision(sources);
        batch.at(sources.last());
        return sources.size();
    }
}
