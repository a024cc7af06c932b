package io.tenantry.directory.role;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.AuditEvent;
import io.tenantry.audit.AuditLog;
import io.tenantry.directory.object.DirectoryErrors;
import io.tenantry.directory.object.GroupKind;
import io.tenantry.directory.object.Required;
import io.tenantry.error.GraphError;
import io.tenantry.family.Family;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.format.Ids;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Role assignments under {@code roleManagement/directory} (directory.md §13.3). */
@ApplicationScoped
public class RoleManagement implements Family {
    private static final String ASSIGNMENTS = "/roleManagement/directory/roleAssignments";
    private static final Set<String> PRINCIPALS = Set.of("user", "servicePrincipal");

    @Override
    public void register(GraphRegistry graph) {
        graph.create(ASSIGNMENTS, RoleManagement::create);
        graph.delete(ASSIGNMENTS + "/{}", RoleManagement::delete);
        graph.single(ASSIGNMENTS + "/{}/principal", (call, assignment) -> call.session()
                .findObject(assignment.text("principalId"), false));
        graph.single(
                ASSIGNMENTS + "/{}/roleDefinition",
                (call, assignment) -> definition(call.session(), assignment.text("roleDefinitionId")));
        graph.single(
                ASSIGNMENTS + "/{}/directoryScope",
                (call, assignment) -> scopeObject(call.session(), assignment.text("directoryScopeId")));
    }

    private static Entity create(GraphCall call, ObjectNode body) {
        for (String property : List.of("roleDefinitionId", "principalId", "directoryScopeId")) {
            if (Required.missing(body, property)) {
                throw DirectoryErrors.valueRequired(property, "RoleAssignment");
            }
        }
        Session session = call.session();
        String roleId = body.get("roleDefinitionId").asText();
        Entity definition = definition(session, Ids.canonical(roleId)).orElseThrow(() -> GraphError.notFound(roleId));
        String principalId = body.get("principalId").asText();
        Entity principal = session.findObject(Ids.canonical(principalId), false)
                .orElseThrow(() -> GraphError.notFound(principalId));
        requirePrincipal(principal);
        String scope = scope(session, body.get("directoryScopeId").asText());
        Entity assignment = Roles.assign(call, definition.id(), principal.id(), scope)
                .orElseThrow(DirectoryErrors::conflictingObject);
        String activity = scope.equals(Roles.DIRECTORY) ? "Add member to role" : "Add scoped member to role";
        AuditLog.record(call, DirectoryRoles.event(activity, "Assign", definition, principal));
        return assignment;
    }

    /** Users, service principals, and groups made for it. */
    static void requirePrincipal(Entity principal) {
        boolean group = principal.type().equals("group") && GroupKind.assignableToRole(principal);
        if (!group && !PRINCIPALS.contains(principal.type())) {
            throw DirectoryErrors.invalidReference();
        }
    }

    static Optional<Entity> definition(Session session, String id) {
        return session.find(RoleDefinitions.TYPE, id);
    }

    /** The directory, an administrative unit, or an application or service principal. */
    private static String scope(Session session, String scope) {
        if (scope.equals(Roles.DIRECTORY)) {
            return scope;
        }
        String id = scope.substring(scope.lastIndexOf('/') + 1);
        if (!Ids.isGuid(id)) {
            throw DirectoryErrors.invalidValue("directoryScopeId", "RoleAssignment");
        }
        scopeObject(session, scope).orElseThrow(() -> GraphError.notFound(id));
        return scope.toLowerCase(Locale.ROOT).replace("/administrativeunits/", "/administrativeUnits/");
    }

    private static Optional<Entity> scopeObject(Session session, String scope) {
        String id = Ids.canonical(scope.substring(scope.lastIndexOf('/') + 1));
        return session.findObject(id, false);
    }

    private static void delete(GraphCall call, Entity assignment) {
        Session session = call.session();
        Roles.remove(call, assignment);
        Optional<Entity> definition = definition(session, assignment.text("roleDefinitionId"));
        Optional<Entity> principal = session.findObject(assignment.text("principalId"), false);
        if (definition.isPresent() && principal.isPresent()) {
            AuditEvent event =
                    DirectoryRoles.event("Remove member from role", "Unassign", definition.get(), principal.get());
            AuditLog.record(call, event);
        }
    }
}
