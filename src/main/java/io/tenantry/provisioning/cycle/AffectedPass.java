package io.tenantry.provisioning.cycle;

/** The objects that an incremental cycle has collected. */
final class AffectedPass implements Pass {
    @Override
    public int advance(Batch batch) {
        Sources sources = batch.affected();
        if (sources.isEmpty()) {
            batch.enter(Phase.JUDGE);
            return 0;
        }
        batch.provision(sources);
        batch.at(sources.last());
        return sources.size();
    }
}
