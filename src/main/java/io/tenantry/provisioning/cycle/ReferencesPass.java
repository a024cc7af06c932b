package io.tenantry.provisioning.cycle;

import io.tenantry.provisioning.link.PendingReference;
import java.util.List;

/** The second pass: managers who were not linked when their reports were looked at. */
final class ReferencesPass implements Pass {
    @Override
    public int advance(Batch batch) {
        List<PendingReference> page = batch.references();
        if (page.isEmpty()) {
            batch.enter(Phase.MEMBERS);
            return 0;
        }
        batch.resolve(page);
        batch.at(page.get(page.size() - 1).sourceId());
        return page.size();
    }
}
