package io.tenantry.directory.deleted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.directory.application.Applications;
import io.tenantry.directory.application.ExtensionProperties;
import io.tenantry.directory.application.ServicePrincipals;
import io.tenantry.directory.group.Groups;
import io.tenantry.directory.group.PropertyValidation;
import io.tenantry.directory.lifecycle.RightsByType;
import io.tenantry.directory.object.DirectoryErrors;
import io.tenantry.directory.object.MissingParameters;
import io.tenantry.directory.user.Users;
import io.tenantry.error.GraphError;
import io.tenantry.family.Answer;
import io.tenantry.family.Family;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.format.Ids;
import io.tenantry.store.Entity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** {@code /directoryObjects}: objects of any type by id (directory.md §10). */
@ApplicationScoped
public class DirectoryObjectSet implements Family {
    private static final int MOST_IDS = 1000;

    private final Groups groups;
    private final Applications applications;
    private final ServicePrincipals servicePrincipals;
    private final RightsByType rights;

    DirectoryObjectSet(
            Groups groups, Applications applications, ServicePrincipals servicePrincipals, RightsByType rights) {
        this.groups = groups;
        this.applications = applications;
        this.servicePrincipals = servicePrincipals;
        this.rights = rights;
    }

    @Override
    public void register(GraphRegistry graph) {
        graph.keyed("/directoryObjects/{}", (call, owner, key) -> find(call, key));
        graph.absent("GET", "/directoryObjects", (method, key) -> DeletedItems.onlyInstances());
        graph.delete("/directoryObjects/{}", this::delete);
        graph.question("Collection(directoryObject)", "getByIds", DirectoryObjectSet::getByIds);
        graph.question(
                "Collection(directoryObject)",
                "getAvailableExtensionProperties",
                DirectoryObjectSet::getAvailableExtensionProperties);
        graph.question("Collection(directoryObject)", "validateProperties", PropertyValidation::validate);
        graph.question("group", "validateProperties", PropertyValidation::validate);
    }

    /** E3 for what cannot be a key. */
    private static Optional<Entity> find(GraphCall call, String key) {
        if (!Ids.isGuid(key)) {
            throw DirectoryErrors.invalidIdentifier(key);
        }
        return call.session().findObject(Ids.canonical(key), false);
    }

    private void delete(GraphCall call, Entity object) {
        rights.requireToDelete(call, object);
        switch (object.type()) {
            case "user" -> Users.delete(call, object);
            case "group" -> groups.delete(call, object);
            case "application" -> applications.delete(call, object);
            case "servicePrincipal" -> servicePrincipals.delete(call, object);
            default -> throw GraphError.denied();
        }
    }

    /** Unknown ids are left out. */
    private static Answer getByIds(GraphCall call, Entity none, ObjectNode body) {
        MissingParameters.check("getByIds", body, "ids");
        Set<String> ids = new TreeSet<>();
        for (JsonNode id : body.get("ids")) {
            if (!Ids.isGuid(id.asText())) {
                throw DirectoryErrors.invalidIdentifier(id.asText());
            }
            ids.add(Ids.canonical(id.asText()));
        }
        if (body.get("ids").size() > MOST_IDS) {
            throw DirectoryErrors.tooMany("ids", MOST_IDS);
        }
        Set<String> types = new HashSet<>();
        body.path("types").forEach(type -> types.add(type.asText().toLowerCase(Locale.ROOT)));
        boolean any = types.isEmpty() || types.contains("directoryobject");
        List<Entity> found = call.session().objects(ids).stream()
                .filter(object -> any || types.contains(object.type().toLowerCase(Locale.ROOT)))
                .toList();
        return new Answer.Many(found, "directoryObjects", "directoryObject");
    }

    private static Answer getAvailableExtensionProperties(GraphCall call, Entity none, ObjectNode body) {
        Boolean synced = body != null && body.hasNonNull("isSyncedFromOnPremises")
                ? body.get("isSyncedFromOnPremises").asBoolean()
                : null;
        // none is ever synchronized from on-premises here
        return new Answer.Many(
                Boolean.TRUE.equals(synced) ? List.of() : ExtensionProperties.all(call.session()),
                "directoryObjects",
                "directoryObject");
    }
}
