package io.tenantry.provisioning.cycle;

/** Deletions and disablings that the passes before have found; each object is looked at once more as it is now. */
final class DeprovisionPass implements Pass {
    @Override
    public int advance(Batch batch) {
        Sources sources = batch.leaving();
        if (sources.isEmpty()) {
            batch.enter(Phase.WAITING);
            return 0;
        }
        batch.deprovision(sources);
        batch.at(sources.last());
        return sources.size();
    }
}
