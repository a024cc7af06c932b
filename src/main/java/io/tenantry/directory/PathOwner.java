package io.tenantry.directory;

import io.tenantry.resource.GraphCall;
import io.tenantry.resource.GraphError;
import io.tenantry.store.Entity;
import io.tenantry.store.Ids;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The object that the first key of a path names, for a collection below it that is written to. */
final class PathOwner {
    private static final Pattern ALTERNATE = Pattern.compile("(\\w+)='(.*)'");

    private PathOwner() {}

    /** E1 where there is none. */
    static Entity of(GraphCall call, String type) {
        String key = call.key(0);
        return find(call, type, key).orElseThrow(() -> GraphError.notFound(key));
    }

    private static Optional<Entity> find(GraphCall call, String type, String key) {
        Matcher alternate = ALTERNATE.matcher(key);
        if (alternate.matches()) {
            return call.session()
                    .findBy(type, alternate.group(1), alternate.group(2).replace("''", "'"));
        }
        if (Ids.isGuid(key)) {
            return call.session().find(type, Ids.canonical(key));
        }
        return type.equals("user") ? call.session().findBy(type, "userPrincipalName", key) : Optional.empty();
    }
}
