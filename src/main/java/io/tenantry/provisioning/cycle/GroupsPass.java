package io.tenantry.provisioning.cycle;

import io.tenantry.store.Entity;
import java.util.List;

/** All live groups of the source, page by page; of a job that carries none, those that are assigned. */
final class GroupsPass implements Pass {
    @Override
    public int advance(Batch batch) {
        List<Entity> groups = batch.groups();
        if (groups.isEmpty()) {
            batch.enter(Phase.GONE);
            return 0;
        }
        batch.provisionGroups(groups);
        batch.at(groups.get(groups.size() - 1).id());
        return groups.size();
    }
}
