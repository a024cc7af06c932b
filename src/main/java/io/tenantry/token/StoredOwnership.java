package io.tenantry.token;

import io.tenantry.resource.Caller;
import io.tenantry.resource.Caller.SignedInUser;
import io.tenantry.store.Entity;
import io.tenantry.store.Ids;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ownership as the directory has it, of what lives there and of deleted items. */
@ApplicationScoped
class StoredOwnership implements Ownership {
    private static final String DELETED = "/directory/deletedItems/";
    private static final Map<String, String> TYPES =
            Map.of("applications", "application", "servicePrincipals", "servicePrincipal", "groups", "group");
    private static final Map<String, List<String>> ALTERNATE_KEYS = Map.of(
            "application", List.of("appId", "uniqueName"),
            "servicePrincipal", List.of("appId"),
            "group", List.of("uniqueName"));

    private final Store store;

    StoredOwnership(Store store) {
        this.store = store;
    }

    /** A path without key names nothing that could be owned. */
    @Override
    public boolean owns(Caller caller, String template, List<String> keys) {
        if (keys.isEmpty()) {
            return false;
        }
        String owner = caller.user().map(SignedInUser::id).orElse(caller.servicePrincipalId());
        return store.read(caller.tenant(), session -> named(session, template, keys.get(0))
                .filter(object ->
                        session.references().targets("owner", object.id()).contains(owner))
                .isPresent());
    }

    private static Optional<Entity> named(Session session, String template, String key) {
        String type = TYPES.get(template.split("/")[1]);
        return type == null
                ? session.findObject(Ids.canonical(key), template.startsWith(DELETED))
                : byKey(session, type, key);
    }

    private static Optional<Entity> byKey(Session session, String type, String key) {
        Optional<Entity> found = session.find(type, Ids.canonical(key));
        for (String alternate : ALTERNATE_KEYS.get(type)) {
            found = found.or(() -> session.findBy(type, alternate, key));
        }
        return found;
    }
}
