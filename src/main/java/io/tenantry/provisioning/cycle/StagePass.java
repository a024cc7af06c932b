package io.tenantry.provisioning.cycle;

import io.tenantry.provisioning.link.LinkState;

/** Deletions above the threshold: logged as staged, nothing deleted (provisioning-engine.md §7). */
final class StagePass implements Pass {
    @Override
    public int advance(CycleBatch batch) {
        Sources sources = Sources.of(batch.links().in(LinkState.LEAVING, "", batch.size()));
        if (sources.isEmpty()) {
            batch.enter(Phase.REFERENCES);
            return 0;
        }
        batch.stage(sources);
        return sources.size();
    }
}
