package io.tenantry.provisioning.cycle;

import io.tenantry.provisioning.link.LinkState;
import java.util.List;

/** Deletions above the threshold: logged as staged, nothing deleted (provisioning-engine.md §7). */
final class StagePass implements Pass {
    @Override
    public int advance(CycleBatch batch) {
        List<String> ids = batch.links().in(LinkState.LEAVING, "", batch.size());
        if (ids.isEmpty()) {
            batch.enter(Phase.REFERENCES);
            return 0;
        }
        batch.stage(ids);
        return ids.size();
    }
}
