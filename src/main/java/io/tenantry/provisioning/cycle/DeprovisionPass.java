package io.tenantry.provisioning.cycle;

import io.tenantry.provisioning.link.LinkState;
import java.util.List;

/** Deletions and disablings that the passes before have found; each object is looked at once more as it is now. */
final class DeprovisionPass implements Pass {
    @Override
    public int advance(CycleBatch batch) {
        List<String> ids = batch.links().in(LinkState.LEAVING, batch.cursor(), batch.size());
        if (ids.isEmpty()) {
            batch.enter(Phase.REFERENCES);
            return 0;
        }
        batch.deprovision(ids);
        batch.at(ids.get(ids.size() - 1));
        return ids.size();
    }
}
