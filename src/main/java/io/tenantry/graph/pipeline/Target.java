package io.tenantry.graph.pipeline;

import io.tenantry.family.CollectionSource;
import io.tenantry.odata.edm.StructuredType;
import io.tenantry.store.Entity;
import java.util.function.Supplier;

/** What a path leads to in the store. */
sealed interface Target {
    StructuredType type();

    /**
     * A collection.
     *
     * @param contents what it holds, asked for when the path ends here or a key follows that no rule finds
     * @param owner the entity that it belongs to, null at the root
     * @param cast type that a cast segment asks for, null without one
     */
    record Many(StructuredType type, Supplier<CollectionSource> contents, Entity owner, String cast) implements Target {
        CollectionSource source() {
            return contents.get();
        }
    }

    /**
     * An entity; null for those that only give others a place ({@code policies}, {@code auditLogs}).
     *
     * @param owner the entity before the last navigation, null at the root
     */
    record One(StructuredType type, Entity entity, Entity owner) implements Target {}
}
