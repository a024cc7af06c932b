package io.tenantry.directory.lifecycle;

import io.tenantry.family.Access;
import io.tenantry.family.GraphCall;
import io.tenantry.store.Entity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Paths that take objects of any type are open to whoever may write one of them; the object found says which permission it is. */
@ApplicationScoped
public class RightsByType {
    private static final Map<String, String> SETS = Map.of(
            "user", "/users/{}",
            "group", "/groups/{}",
            "application", "/applications/{}",
            "servicePrincipal", "/servicePrincipals/{}");

    private final Access access;

    RightsByType(Access access) {
        this.access = access;
    }

    /** As by the path of its own set; what has none is not deleted. */
    public void requireToDelete(GraphCall call, Entity object) {
        access.require(
                call.caller(),
                "DELETE",
                SETS.getOrDefault(object.type(), "/directoryObjects/{}"),
                List.of(object.id()));
    }

    public void requireToRestore(GraphCall call, Entity object) {
        access.require(call.caller(), "POST", ofDeleted(object) + "/restore", List.of(object.id()));
    }

    public void requireToPurge(GraphCall call, Entity object) {
        access.require(call.caller(), "DELETE", ofDeleted(object), List.of(object.id()));
    }

    private static String ofDeleted(Entity object) {
        return "/directory/deletedItems/" + object.type() + "/{}";
    }
}
