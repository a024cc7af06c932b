package io.tenantry.token;

import io.tenantry.resource.Caller;
import io.tenantry.store.Entity;
import io.tenantry.store.Ids;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Ownership as the directory has it. Applications and service principals can be named by appId as well as by id. */
@ApplicationScoped
class StoredOwnership implements Ownership {
    private final Store store;

    StoredOwnership(Store store) {
        this.store = store;
    }

    @Override
    public boolean owns(Caller caller, String key) {
        String user = caller.user().orElseThrow().id();
        return store.read(caller.tenant(), session -> objects(session, Ids.canonical(key)).stream()
                .anyMatch(id -> session.references().targets("owner", id).contains(user)));
    }

    private static List<String> objects(Session session, String key) {
        if (session.findObject(key, false).isPresent()) {
            return List.of(key);
        }
        return List.of("application", "servicePrincipal").stream()
                .flatMap(type -> session.findBy(type, "appId", key).stream())
                .map(Entity::id)
                .toList();
    }
}
