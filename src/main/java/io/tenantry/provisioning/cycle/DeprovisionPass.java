package io.tenantry.provisioning.cycle;

import io.tenantry.provisioning.link.LinkState;

/** Deletions and disablings that the passes before have found; each object is looked at once more as it is now. */
final class DeprovisionPass implements Pass {
    @Override
    public int advance(CycleBatch batch) {
        Sources sources = Sources.of(batch.links().in(LinkState.LEAVING, batch.cursor(), batch.size()));
        if (sources.isEmpty()) {
            batch.enter(Phase.REFERENCES);
            return 0;
        }
        batch.deprovision(sources);
        batch.at(sources.last());
        return sources.size();
    }
}
