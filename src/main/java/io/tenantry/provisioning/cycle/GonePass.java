package io.tenantry.provisioning.cycle;

import java.util.List;

/** Users that are linked but no longer live in the source: reading all users does not meet them. */
final class GonePass implements Pass {
    @Override
    public int advance(CycleBatch batch) {
        List<String> ids = batch.links().gone(batch.cursor(), batch.size());
        if (ids.isEmpty()) {
            batch.enter(Phase.JUDGE);
            return 0;
        }
        batch.provision(ids);
        batch.at(ids.get(ids.size() - 1));
        return ids.size();
    }
}
