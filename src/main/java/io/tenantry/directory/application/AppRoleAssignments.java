package io.tenantry.directory.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.Actor;
import io.tenantry.audit.AuditEvent;
import io.tenantry.audit.AuditLog;
import io.tenantry.directory.object.DirectoryErrors;
import io.tenantry.directory.object.KeyBytes;
import io.tenantry.directory.object.PathOwner;
import io.tenantry.directory.object.Required;
import io.tenantry.directory.role.RoleAdministrators;
import io.tenantry.error.GraphError;
import io.tenantry.family.Access;
import io.tenantry.family.Caller;
import io.tenantry.family.CollectionSource;
import io.tenantry.family.Family;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.format.Ids;
import io.tenantry.store.Change;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who has which role of an application (directory.md §15). An assignment is contained in the service principal of the resource; users,
 * groups and service principals show those in which they are the principal. For cross-tenant synchronization it is the scope.
 */
@ApplicationScoped
public class AppRoleAssignments implements Family {
    static final String TYPE = "appRoleAssignment";
    private static final String ASSIGNED_TO = "/servicePrincipals/{}/appRoleAssignedTo";
    /** Stands for access where the resource defines no roles. */
    private static final String DEFAULT_ACCESS = "00000000-0000-0000-0000-000000000000";

    private static final List<String> REQUIRED = List.of("principalId", "resourceId", "appRoleId");
    private static final Map<String, String> MEMBER_TYPES =
            Map.of("user", "User", "group", "User", "servicePrincipal", "Application");
    private static final Map<String, String> PRINCIPAL_TYPES =
            Map.of("user", "User", "group", "Group", "servicePrincipal", "ServicePrincipal");

    private final Access access;

    AppRoleAssignments(Access access) {
        this.access = access;
    }

    @Override
    public void register(GraphRegistry graph) {
        graph.source(ASSIGNED_TO, (call, owner) -> new CollectionSource.Children(TYPE, owner.id()));
        graph.keyed(ASSIGNED_TO + "/{}", (call, owner, key) -> call.session().findChild(TYPE, owner.id(), key));
        graph.create(ASSIGNED_TO, this::create);
        graph.delete(ASSIGNED_TO + "/{}", AppRoleAssignments::delete);
        for (String type : PRINCIPAL_TYPES.keySet()) {
            String path = "/" + type + "s/{}/appRoleAssignments";
            graph.source(path, (call, owner) -> new CollectionSource.Having(TYPE, "principalId", owner.id()));
            graph.keyed(path + "/{}", (call, owner, key) -> ofPrincipal(call.session(), owner, key));
            graph.create(path, (call, body) -> createBelow(call, body, PathOwner.of(call, type)));
            graph.delete(path + "/{}", AppRoleAssignments::delete);
        }
    }

    private static Optional<Entity> ofPrincipal(Session session, Entity principal, String key) {
        return session
                .query(
                        "select type, id, parent, body from entity where tenant = {tenant} and type = '" + TYPE
                                + "' and ref1 = ? and id = ? and deleted_date_time is null",
                        Session::entity,
                        principal.id(),
                        key)
                .stream()
                .findFirst();
    }

    /** E35: below a principal only itself is assigned. */
    private Entity createBelow(GraphCall call, ObjectNode body, Entity principal) {
        if (!Required.missing(body, "principalId")
                && !principal.id().equals(Ids.canonical(body.get("principalId").asText()))) {
            throw DirectoryErrors.invalidReference();
        }
        return create(call, body);
    }

    private Entity create(GraphCall call, ObjectNode body) {
        for (String property : REQUIRED) {
            if (Required.missing(body, property)) {
                throw DirectoryErrors.valueRequired(property, "AppRoleAssignment");
            }
        }
        Entity resource = resource(call, body);
        requirePath(call, resource);
        requireRight(call, resource);
        Entity principal = object(call, body, "principalId");
        if (!PRINCIPAL_TYPES.containsKey(principal.type())) {
            throw DirectoryErrors.invalidReference();
        }
        String role = Ids.canonical(body.get("appRoleId").asText());
        requireRole(resource, role, MEMBER_TYPES.get(principal.type()));
        requireNew(call.session(), resource, principal, role);
        Entity assignment = build(call.now(), resource, principal, role);
        call.session().insert(assignment);
        call.session().changes().changed(Change.added(resource, "appRoleAssignedTo", principal.id()));
        AuditLog.record(call, event(addActivity(principal), "Add", resource, principal));
        return assignment;
    }

    private static Entity resource(GraphCall call, ObjectNode body) {
        Entity resource = object(call, body, "resourceId");
        if (!resource.type().equals("servicePrincipal")) {
            throw DirectoryErrors.invalidReference();
        }
        return resource;
    }

    /** An owner may by the path of what it owns; the body can name another resource. */
    private void requirePath(GraphCall call, Entity resource) {
        boolean other = call.template().equals(ASSIGNED_TO)
                && !PathOwner.of(call, "servicePrincipal").id().equals(resource.id());
        if (other) {
            access.require(call.caller(), "POST", ASSIGNED_TO, List.of(resource.id()));
        }
    }

    /**
     * Roles of Microsoft Graph itself are permissions: who may write applications can neither grant nor revoke them, and a signed-in user
     * needs a role above those of application administrators (directory.md §20; consent: provisioning-engine.md §13).
     */
    private static void requireRight(GraphCall call, Entity resource) {
        Caller caller = call.caller();
        boolean graph = FirstPartyApplications.MICROSOFT_GRAPH.equals(resource.text("appId"));
        if (graph
                && (!caller.permissions().contains("AppRoleAssignment.ReadWrite.All")
                        || caller.delegated() && !RoleAdministrators.holdsRole(caller))) {
            throw GraphError.denied();
        }
    }

    private static Entity object(GraphCall call, ObjectNode body, String property) {
        String id = body.get(property).asText();
        return call.session().findObject(Ids.canonical(id), false).orElseThrow(() -> GraphError.notFound(id));
    }

    /** E35: the role exists, is enabled and is for this kind of principal. */
    private static void requireRole(Entity resource, String role, String memberType) {
        boolean any = false;
        for (JsonNode defined : resource.array("appRoles")) {
            boolean fits = defined.path("isEnabled").asBoolean()
                    && defined.path("allowedMemberTypes").valueStream().anyMatch(type -> type.asText()
                            .equals(memberType));
            any |= fits;
            if (fits && defined.path("id").asText().equalsIgnoreCase(role)) {
                return;
            }
        }
        if (any || !role.equals(DEFAULT_ACCESS)) {
            throw DirectoryErrors.invalidReference();
        }
    }

    /** E34. */
    private static void requireNew(Session session, Entity resource, Entity principal, String role) {
        if (isAssigned(session, resource, principal, role)) {
            throw DirectoryErrors.permissionAssigned();
        }
    }

    private static boolean isAssigned(Session session, Entity resource, Entity principal, String role) {
        return session
                .query(
                        "select 1 from entity where tenant = {tenant} and type = '" + TYPE
                                + "' and ref1 = ? and ref2 = ? and ref3 = ? and deleted_date_time is null",
                        row -> row.getInt(1),
                        principal.id(),
                        resource.id(),
                        role)
                .stream()
                .findFirst()
                .isPresent();
    }

    /** Ids of the app roles of a resource that a user holds, by itself or through a group that it is in directly; default access too. */
    public static Set<String> heldBy(Session session, Entity user, Entity resource) {
        List<String> principals = new ArrayList<>(session.references().sources("member", user.id()));
        principals.add(user.id());
        return new HashSet<>(session.query(
                "select ref3 from entity where tenant = {tenant} and type = '" + TYPE
                        + "' and ref1 in ? and ref2 = ? and deleted_date_time is null",
                row -> row.getString(1),
                principals,
                resource.id()));
    }

    /** Ids of the groups that are assigned to a resource and have the user as a member directly. */
    public static List<String> groupsOf(Session session, Entity user, Entity resource) {
        return session.query(
                "select distinct a.ref1 from entity a join directory_object g on g.tenant = a.tenant and g.id = a.ref1"
                        + " where a.tenant = {tenant} and a.type = '" + TYPE
                        + "' and a.ref1 in ? and a.ref2 = ? and a.deleted_date_time is null"
                        + " and g.type = 'group' and g.deleted_date_time is null order by a.ref1",
                row -> row.getString(1),
                session.references().sources("member", user.id()),
                resource.id());
    }

    /** What an administrator's consent gives an application: the role, unless it has it. */
    public static void consent(
            Session session, Entity resource, Entity principal, String role, Actor actor, Instant now) {
        if (isAssigned(session, resource, principal, role)) {
            return;
        }
        session.insert(build(now, resource, principal, role));
        session.changes().changed(Change.added(resource, "appRoleAssignedTo", principal.id()));
        AuditLog.record(session, now, actor, List.of(event(addActivity(principal), "Add", resource, principal)));
    }

    /** Assigned from the beginning, with the first role that the resource has for its kind. */
    public static void assign(Session session, Entity resource, Entity principal, Instant now) {
        String role = resource.properties().path("appRoles").path(0).path("id").asText(DEFAULT_ACCESS);
        session.insert(build(now, resource, principal, role));
        session.changes().changed(Change.added(resource, "appRoleAssignedTo", principal.id()));
    }

    static Entity build(Instant now, Entity resource, Entity principal, String role) {
        return Entity.childOf(resource.id(), TYPE, KeyBytes.appRoleAssignment(principal.id(), Ids.random()))
                .set("appRoleId", role)
                .set("createdDateTime", now)
                .set("creationTimestamp", now) // what beta calls it
                .set("principalDisplayName", principal.get("displayName"))
                .set("principalId", principal.id())
                .set("principalType", PRINCIPAL_TYPES.get(principal.type()))
                .set("resourceDisplayName", resource.get("displayName"))
                .set("resourceId", resource.id());
    }

    private static void delete(GraphCall call, Entity assignment) {
        Session session = call.session();
        Entity resource = session.find("servicePrincipal", assignment.parent())
                .orElseThrow(() -> GraphError.notFound(assignment.parent()));
        requireRight(call, resource);
        session.remove(assignment);
        String principalId = assignment.text("principalId");
        session.changes().changed(Change.taken(resource, "appRoleAssignedTo", principalId));
        session.findObject(principalId, false)
                .ifPresent(principal ->
                        AuditLog.record(call, event(removeActivity(principal), "Delete", resource, principal)));
    }

    private static AuditEvent event(String activity, String operation, Entity resource, Entity principal) {
        String category = principal.type().equals("user") ? "UserManagement" : "ApplicationManagement";
        return AuditEvent.of(activity, category, operation).target(resource).target(principal);
    }

    private static String addActivity(Entity principal) {
        return switch (principal.type()) {
            case "user" -> "Add app role assignment grant to user";
            case "group" -> "Add app role assignment to group";
            default -> "Add app role assignment to service principal";
        };
    }

    private static String removeActivity(Entity principal) {
        return switch (principal.type()) {
            case "user" -> "Remove app role assignment from user";
            case "group" -> "Remove app role assignment from group";
            default -> "Remove app role assignment from service principal";
        };
    }
}
