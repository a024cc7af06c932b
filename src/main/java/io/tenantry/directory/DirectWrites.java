package io.tenantry.directory;

import io.tenantry.resource.Family;
import io.tenantry.resource.GraphError;
import io.tenantry.resource.GraphRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Collections of references take references only (directory.md E24); what is deleted there would be the object itself (§7.3). */
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
            graph.create(collection, (call, body) -> {
                throw refused();
            });
            graph.update(collection + "/{}", (call, object, body) -> {
                throw refused();
            });
            graph.delete(collection + "/{}", (call, object) -> {
                throw refused();
            });
        }
    }

    private static GraphError refused() {
        return GraphError.malformed("Write requests are only supported on contained entities");
    }
}
