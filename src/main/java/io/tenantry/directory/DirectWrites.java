package io.tenantry.directory;

import io.tenantry.resource.Family;
import io.tenantry.resource.GraphError;
import io.tenantry.resource.GraphRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Deleting an object through a collection of references would delete the object itself, which is refused (directory.md §7.3). */
@ApplicationScoped
public class DirectWrites implements Family {
    private static final List<String> COLLECTIONS = List.of(
            "/groups/{}/members",
            "/groups/{}/owners",
            "/directoryRoles/{}/members",
            "/users/{}/sponsors",
            "/users/{}/directReports",
            "/applications/{}/owners",
            "/servicePrincipals/{}/owners");

    @Override
    public void register(GraphRegistry graph) {
        for (String collection : COLLECTIONS) {
            graph.delete(collection + "/{}", (call, object) -> {
                throw refused();
            });
        }
    }

    private static GraphError refused() {
        return GraphError.malformed("Write requests are only supported on contained entities");
    }
}
