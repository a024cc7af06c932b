package io.tenantry.directory.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.AuditLog;
import io.tenantry.error.GraphError;
import io.tenantry.family.CollectionSource;
import io.tenantry.family.Family;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.format.Merge;
import io.tenantry.store.Entity;
import jakarta.enterprise.context.ApplicationScoped;

/** Data of any shape that applications keep with users and groups (directory.md §11). They end with their object. */
@ApplicationScoped
public class OpenExtensions implements Family {
    private static final String TYPE = "openTypeExtension";
    private static final String NAME = "extensionName";

    @Override
    public void register(GraphRegistry graph) {
        register(graph, "user", "/users/{}/extensions", "UserManagement");
        register(graph, "group", "/groups/{}/extensions", "GroupManagement");
    }

    private static void register(GraphRegistry graph, String type, String path, String category) {
        String update = "Update " + type;
        graph.source(path, (call, owner) -> new CollectionSource.Children(TYPE, owner.id()));
        graph.create(path, (call, body) -> {
            Entity owner = PathOwner.of(call, type);
            Entity created = create(call, owner, body);
            AuditLog.record(call, ObjectAudit.plain(update, category, "Update", owner));
            return created;
        });
        graph.update(path + "/{}", (call, extension, body) -> {
            replace(extension, body);
            call.session().update(extension);
            AuditLog.record(call, ObjectAudit.plain(update, category, "Update", PathOwner.of(call, type)));
        });
        graph.delete(path + "/{}", (call, extension) -> {
            call.session().remove(extension);
            AuditLog.record(call, ObjectAudit.plain(update, category, "Update", PathOwner.of(call, type)));
        });
        graph.missing(
                path + "/{}",
                (method, key) -> GraphError.of(404, "ResourceNotFound", "Extension with given id not found."));
    }

    private static Entity create(GraphCall call, Entity owner, ObjectNode body) {
        if (!body.path(NAME).isTextual() || body.get(NAME).asText().isBlank()) {
            throw DirectoryErrors.valueRequired(NAME, TYPE);
        }
        String name = body.get(NAME).asText();
        if (call.session().findChild(TYPE, owner.id(), name).isPresent()) {
            throw GraphError.badRequest("An extension already exists with given id.");
        }
        Entity extension = Entity.childOf(owner.id(), TYPE, name).set(NAME, name);
        replace(extension, body);
        call.session().insert(extension);
        return extension;
    }

    /** What a body leaves out is gone. */
    private static void replace(Entity extension, ObjectNode body) {
        extension.properties().retain("id", NAME);
        body.remove("id");
        body.remove(NAME);
        Merge.into(extension.properties(), body);
    }
}
