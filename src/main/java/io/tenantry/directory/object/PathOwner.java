package io.tenantry.directory.object;

import io.tenantry.error.GraphError;
import io.tenantry.family.GraphCall;
import io.tenantry.format.Ids;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The object that the first key of a path names, for a collection below it that is written to. */
public final class PathOwner {
    private static final Map<String, List<String>> ALTERNATE_KEYS = Map.of(
            "user", List.of("userPrincipalName"),
            "group", List.of("uniqueName"),
            "application", List.of("appId", "uniqueName"),
            "servicePrincipal", List.of("appId"));

    private PathOwner() {}

    /** E1 where there is none. */
    public static Entity of(GraphCall call, String type) {
        String key = call.key(0);
        return find(call, type, key).orElseThrow(() -> GraphError.notFound(key));
    }

    /** By id, by user principal name, or by the alternate keys that types have. */
    private static Optional<Entity> find(GraphCall call, String type, String key) {
        Optional<Entity> found = Ids.isGuid(key) ? call.session().find(type, Ids.canonical(key)) : Optional.empty();
        for (String property : ALTERNATE_KEYS.get(type)) {
            found = found.or(() -> call.session().findBy(type, property, key));
        }
        return found;
    }
}
