package io.tenantry.directory;

import io.tenantry.resource.Family;
import io.tenantry.resource.GraphError;
import io.tenantry.resource.GraphRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Deleting an object through the members of a group would delete the object itself, which is refused (directory.md §7.3). */
@ApplicationScoped
public class DirectWrites implements Family {
    @Override
    public void register(GraphRegistry graph) {
        graph.delete("/groups/{}/members/{}", (call, object) -> {
            throw GraphError.malformed("Write requests are only supported on contained entities");
        });
    }
}
