package io.tenantry.token.permission;

import io.tenantry.family.Caller;
import io.tenantry.family.Caller.SignedInUser;
import io.tenantry.format.Ids;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** As the directory has it, among what lives there and among deleted items. */
@ApplicationScoped
class StoredNamedObject implements NamedObject {
    private static final String DELETED = "/directory/deletedItems/";
    private static final Map<String, String> TYPES =
            Map.of("applications", "application", "servicePrincipals", "servicePrincipal", "groups", "group");
    private static final Map<String, List<String>> ALTERNATE_KEYS = Map.of(
            "application", List.of("appId", "uniqueName"),
            "servicePrincipal", List.of("appId"),
            "group", List.of("uniqueName"));

    private final Store store;

    StoredNamedObject(Store store) {
        this.store = store;
    }

    @Override
    public boolean ownedBy(Caller caller, String template, List<String> keys) {
        return is(caller, template, keys, (session, object) -> session.references()
                .targets("owner", object.id())
                .contains(idOf(caller)));
    }

    @Override
    public boolean ownsApplications(Caller caller) {
        return store.read(
                caller.tenant(),
                session -> session.objects(session.references().sources("owner", idOf(caller))).stream()
                        .anyMatch(owned -> ALTERNATE_KEYS
                                .getOrDefault(owned.type(), List.of())
                                .contains("appId")));
    }

    private static String idOf(Caller caller) {
        return caller.user().map(SignedInUser::id).orElse(caller.servicePrincipalId());
    }

    @Override
    public boolean holdsRoles(Caller caller, String template, List<String> keys) {
        return is(caller, template, keys, (session, object) -> object.flag("isAssignableToRole"));
    }

    /** A path without key names nothing. */
    private boolean is(Caller caller, String template, List<String> keys, BiPredicate<Session, Entity> fact) {
        return !keys.isEmpty()
                && store.read(caller.tenant(), session -> named(session, template, keys.get(0))
                        .filter(object -> fact.test(session, object))
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
