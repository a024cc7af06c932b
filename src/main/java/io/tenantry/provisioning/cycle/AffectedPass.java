package io.tenantry.provisioning.cycle;

import java.util.List;

/** The users that an incremental cycle has collected. */
final class AffectedPass implements Pass {
    @Override
    public int advance(CycleBatch batch) {
        List<String> ids = batch.work().next(batch.cursor(), batch.size());
        if (ids.isEmpty()) {
            batch.enter(Phase.JUDGE);
            return 0;
        }
        batch.provision(ids);
        batch.at(ids.get(ids.size() - 1));
        return ids.size();
    }
}
