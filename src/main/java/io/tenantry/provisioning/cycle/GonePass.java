package io.tenantry.provisioning.cycle;

/** What is linked but no longer live in the source: reading all users and groups does not meet it. */
final class GonePass implements Pass {
    @Override
    public int advance(Batch batch) {
        Sources sources = batch.gone();
        if (sources.isEmpty()) {
            batch.enter(Phase.JUDGE);
            return 0;
        }
        batch.provision(sources);
        batch.at(sources.last());
        return sources.size();
    }
}
