package io.tenantry.family;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.Map;

/** What an operation answers. The pipeline adds annotations, selected properties and headers. */
public sealed interface Answer {
    /** 204. */
    record NoContent() implements Answer {}

    /**
     * An entity.
     *
     * @param context fragment of {@code @odata.context} behind {@code #}, without {@code /$entity}; null: by the path
     */
    record One(int status, Entity entity, String context) implements Answer {}

    /**
     * Entities that are not a page of a stored collection, {@code context} as above.
     *
     * @param type that the operation promises
     */
    record Many(List<Entity> entities, String context, String type) implements Answer {}

    /**
     * A value that is no entity: complex, primitive, or a collection of these. Objects are written as they are, everything else under
     * {@code value}.
     *
     * @param type as it stands in the context: {@code microsoft.graph.tenantInformation}, {@code Collection(Edm.String)}
     * @param annotations further members before the value, such as {@code @odata.deltaLink}
     */
    record Value(int status, String type, JsonNode value, Map<String, String> annotations) implements Answer {}

    static Answer noContent() {
        return new NoContent();
    }

    static Answer ok(Entity entity, String context) {
        return new One(200, entity, context);
    }

    static Answer created(Entity entity) {
        return new One(201, entity, null);
    }

    static Answer value(String type, JsonNode value) {
        return new Value(200, type, value, Map.of());
    }
}
