package io.tenantry.family;

import io.tenantry.error.GraphError;
import io.tenantry.format.Ids;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.Map;
import java.util.Optional;

/** What {@code @odata.id} and {@code …@odata.bind} name: a directory object by its id or, as in paths, by another key of its set. */
public final class ObjectReference {
    /** A set whose objects have further keys: their type, and properties by how the address calls them; as a segment it has no name. */
    private record Keyed(String type, Map<String, String> properties) {}

    private static final Map<String, Keyed> SETS = Map.of(
            "users", new Keyed("user", Map.of("", "userPrincipalName", "userprincipalname", "userPrincipalName")),
            "groups", new Keyed("group", Map.of("uniquename", "uniqueName")),
            "applications", new Keyed("application", Map.of("appid", "appId", "uniquename", "uniqueName")),
            "serviceprincipals", new Keyed("servicePrincipal", Map.of("appid", "appId")),
            "directoryroles", new Keyed("directoryRole", Map.of("roletemplateid", "roleTemplateId")));

    private ObjectReference() {}

    /** Throws 400 for what is no address, or one in another tenant, 404 (E1) for an object that is not there. */
    public static Entity find(Session session, String text) {
        if (text == null || text.isBlank()) {
            throw GraphError.malformed("The request payload must hold the property '@odata.id'.");
        }
        ObjectAddress address = ObjectAddress.of(text);
        address.tenant().ifPresent(name -> TenantName.requireOwn(session, name));
        return find(session, address).orElseThrow(() -> GraphError.notFound(address.key()));
    }

    private static Optional<Entity> find(Session session, ObjectAddress address) {
        boolean byId = address.property().isEmpty() || address.property().equals("id");
        if (byId && Ids.isGuid(address.key())) {
            return session.findObject(Ids.canonical(address.key()), false);
        }
        Keyed set = SETS.get(address.set());
        if (set == null || !set.properties().containsKey(address.property())) {
            throw GraphError.badRequest("Invalid object identifier '" + address.key() + "'.");
        }
        return session.findBy(set.type(), set.properties().get(address.property()), address.key());
    }
}
