package io.tenantry.directory.deleted;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.AuditLog;
import io.tenantry.directory.lifecycle.DeletedObjects;
import io.tenantry.directory.lifecycle.DirectoryObjects;
import io.tenantry.directory.lifecycle.RightsByType;
import io.tenantry.directory.object.DirectoryErrors;
import io.tenantry.directory.object.MissingParameters;
import io.tenantry.error.GraphError;
import io.tenantry.family.Answer;
import io.tenantry.family.CollectionSource;
import io.tenantry.family.Family;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.format.Ids;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.world.ServicePrincipalDeleted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Optional;

/** {@code /directory/deletedItems} (directory.md §9). */
@ApplicationScoped
public class DeletedItems implements Family {
    private static final String PATH = "/directory/deletedItems";
    private static final List<String> TYPES =
            List.of("user", "group", "application", "servicePrincipal", "administrativeUnit");
    /** Where objects stand while they live: nothing is restored there (field-findings.md §1). */
    private static final List<String> SETS = List.of(
            "users",
            "groups",
            "applications",
            "servicePrincipals",
            "directoryObjects",
            "directory/administrativeUnits");

    private final Event<ServicePrincipalDeleted> servicePrincipalDeleted;
    private final RightsByType rights;
    private final Restoration restoration;

    DeletedItems(Event<ServicePrincipalDeleted> servicePrincipalDeleted, RightsByType rights, Restoration restoration) {
        this.rights = rights;
        this.servicePrincipalDeleted = servicePrincipalDeleted;
        this.restoration = restoration;
    }

    @Override
    public void register(GraphRegistry graph) {
        TYPES.forEach(type -> graph.source(PATH + "/" + type, (call, owner) -> new CollectionSource.Deleted(type)));
        graph.source(PATH, (call, owner) -> {
            // field-findings.md §1: a list without a type is not served
            throw onlyInstances();
        });
        graph.keyed(PATH + "/{}", (call, owner, key) -> find(call.session(), key));
        graph.delete(PATH + "/{}", this::purge);
        graph.operation("directoryObject", "restore", this::restore);
        SETS.forEach(set -> graph.absent("POST", "/" + set + "/{}/restore", (method, key) -> GraphError.notFound(key)));
        graph.question("Collection(directoryObject)", "getUserOwnedObjects", DeletedItems::ownedBy);
    }

    /** Of objects of all types. */
    static GraphError onlyInstances() {
        return GraphError.unsupportedQuery(
                "Searches against this resource are not supported. Only specific instances can be queried.");
    }

    /** E1, and E3 for what cannot be a key. */
    private static Optional<Entity> find(Session session, String key) {
        if (!Ids.isGuid(key)) {
            throw DirectoryErrors.invalidIdentifier(key);
        }
        return session.findObject(Ids.canonical(key), true);
    }

    private Answer restore(GraphCall call, Entity object, ObjectNode body) {
        rights.requireToRestore(call, object);
        return restoration.restore(call, object, body);
    }

    private void purge(GraphCall call, Entity object) {
        rights.requireToPurge(call, object);
        if (object.get("deletedDateTime") == null) {
            throw GraphError.notFound(object.id());
        }
        DirectoryObjects.purge(call, object);
        if (object.type().equals("servicePrincipal")) {
            servicePrincipalDeleted.fire(new ServicePrincipalDeleted(call.session(), object.id()));
        }
        AuditLog.record(call, DeletedObjects.hardDelete(object));
    }

    /** Deleted groups or applications that a user owns. */
    private static Answer ownedBy(GraphCall call, Entity none, ObjectNode body) {
        MissingParameters.check("getUserOwnedObjects", body, "userId", "type");
        String type = body.get("type").asText();
        List<Entity> owned = call.session()
                .query(
                        "select o.type, o.id, '', o.body from relation r"
                                + " join directory_object o on o.tenant = r.tenant and o.id = r.source"
                                + " where r.tenant = {tenant} and r.kind = 'owner' and r.target = ?"
                                + " and lower(o.type) = lower(?) and o.deleted_date_time is not null order by o.id",
                        Session::entity,
                        Ids.canonical(body.get("userId").asText()),
                        type);
        return new Answer.Many(owned, "directoryObjects", "directoryObject");
    }
}
