package io.tenantry.provisioning.cycle;

import io.tenantry.provisioning.export.BatchWrites;
import io.tenantry.provisioning.export.ManagerResolution;
import io.tenantry.provisioning.link.PendingReference;
import java.util.List;

/** The second pass: managers who were not linked when their reports were looked at. */
final class ReferencesPass implements Pass {
    @Override
    public int advance(CycleBatch batch) {
        List<PendingReference> page = batch.references().next(batch.cursor(), batch.size());
        if (page.isEmpty()) {
            batch.enter(Phase.MEMBERS);
            return 0;
        }
        BatchWrites writes = new BatchWrites();
        new ManagerResolution(batch.run(false), batch.source(), batch.target(), writes, batch.counters()).resolve(page);
        batch.write(writes);
        batch.at(page.get(page.size() - 1).sourceId());
        return page.size();
    }
}
