package io.tenantry.directory.role;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.AuditEvent;
import io.tenantry.audit.AuditLog;
import io.tenantry.directory.object.DirectoryErrors;
import io.tenantry.directory.object.Required;
import io.tenantry.error.GraphError;
import io.tenantry.family.Family;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.format.Merge;
import io.tenantry.store.Entity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;

/** Role definitions: the built-in ones, under the ids of their templates, and a tenant's own (directory.md §13.3). */
@ApplicationScoped
public class RoleDefinitions implements Family {
    static final String TYPE = "unifiedRoleDefinition";
    private static final String PATH = "/roleManagement/directory/roleDefinitions";

    @Override
    public void register(GraphRegistry graph) {
        graph.create(PATH, RoleDefinitions::create);
        graph.update(PATH + "/{}", RoleDefinitions::update);
        graph.delete(PATH + "/{}", RoleDefinitions::delete);
    }

    /** What a tenant has from the start. */
    public static Entity builtIn(DirectoryRoleTemplate template) {
        Entity definition = definition(template.templateId(), true)
                .set("displayName", template.displayName())
                .set("description", template.description())
                .set("isPrivileged", template.displayName().contains("Administrator"));
        definition.set(
                "rolePermissions",
                Json.array()
                        .add(actions("microsoft.directory/"
                                + template.displayName().replace(" ", "").toLowerCase(Locale.ROOT)
                                + "/allProperties/allTasks")));
        return definition;
    }

    private static Entity definition(String id, boolean builtIn) {
        return Entity.of(TYPE, id)
                .set("isBuiltIn", builtIn)
                .set("isEnabled", true)
                .set("resourceScopes", List.of(Roles.DIRECTORY))
                .set("templateId", id)
                .set("version", "1");
    }

    private static ObjectNode actions(String action) {
        ObjectNode permission = Json.object();
        permission.putArray("allowedResourceActions").add(action);
        return permission.putNull("condition");
    }

    private static Entity create(GraphCall call, ObjectNode body) {
        for (String property : List.of("displayName", "rolePermissions", "isEnabled")) {
            if (Required.missing(body, property)) {
                throw DirectoryErrors.valueRequired(property, "RoleDefinition");
            }
        }
        checkPermissions(body.get("rolePermissions"));
        Entity definition = definition(Ids.random(), false);
        ObjectNode plain = body.deepCopy();
        plain.remove(List.of("isBuiltIn", "id"));
        Merge.into(definition.properties(), plain);
        call.session().insert(definition);
        record(call, "Add role definition", "Add", definition);
        return definition;
    }

    private static void checkPermissions(JsonNode permissions) {
        for (JsonNode permission : permissions) {
            if (permission.path("allowedResourceActions").isEmpty()) {
                throw DirectoryErrors.invalidValue("rolePermissions", "RoleDefinition");
            }
        }
    }

    private static void update(GraphCall call, Entity definition, ObjectNode body) {
        requireOwn(definition);
        if (body.has("rolePermissions")) {
            checkPermissions(body.get("rolePermissions"));
        }
        Merge.into(definition.properties(), body);
        call.session().update(definition);
        record(call, "Update role definition", "Update", definition);
    }

    private static void delete(GraphCall call, Entity definition) {
        requireOwn(definition);
        boolean assigned = !call.session()
                .allBy(Roles.ASSIGNMENT, "roleDefinitionId", definition.id())
                .isEmpty();
        if (assigned) {
            throw GraphError.badRequest("The role definition has role assignments and cannot be deleted.");
        }
        call.session().remove(definition);
        record(call, "Delete role definition", "Delete", definition);
    }

    private static void requireOwn(Entity definition) {
        if (definition.flag("isBuiltIn")) {
            throw GraphError.badRequest("Built-in role definitions cannot be updated or deleted.");
        }
    }

    private static void record(GraphCall call, String activity, String operation, Entity definition) {
        AuditLog.record(
                call,
                AuditEvent.of(activity, "RoleManagement", operation)
                        .target("Role", definition.id(), definition.text("displayName"), null));
    }
}
