package io.tenantry.graph.delta;

import io.tenantry.store.Entity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One object of a delta answer.
 *
 * @param now its state, empty once it is purged
 * @param changed names of the properties that have changed; empty where all may have, as for a new object
 * @param references that it comes with, or that were added or taken away
 */
record DeltaItem(String id, Optional<Entity> now, Optional<Set<String>> changed, List<DeltaReference> references) {
    boolean removed() {
        return now.isEmpty() || now.get().get("deletedDateTime") != null;
    }
}
