package io.tenantry.directory.lifecycle;

import com.fasterxml.jackson.databind.node.NullNode;
import io.tenantry.directory.role.Roles;
import io.tenantry.store.Change;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.time.Instant;
import java.util.List;

/**
 * What hangs on a directory object and goes with it: memberships, roles, app role assignments, delegated grants (directory.md §9). All
 * but the roles come back when the object is restored.
 */
final class Dependents {
    private static final String GRANTS =
            "select type, id, parent, body from entity where tenant = {tenant} and type in ('appRoleAssignment','oAuth2PermissionGrant')"
                    + " and (ref1 = ? or ref2 = ? or ref3 = ?) and deleted_date_time is %s null order by id";

    private Dependents() {}

    static void softDeleted(Session session, Entity object, Instant now) {
        tellGroups(session, object, Change::taken);
        Roles.removeAll(session, object.id());
        for (Entity grant : grants(session, object, "")) {
            grant.set("deletedDateTime", now);
            session.update(grant);
            tell(session, grant, Change.Kind.DELETED);
        }
    }

    static void restored(Session session, Entity object) {
        tellGroups(session, object, Change::added);
        for (Entity grant : grants(session, object, "not")) {
            if (endsLive(session, grant)) {
                grant.set("deletedDateTime", NullNode.getInstance());
                session.update(grant);
                tell(session, grant, Change.Kind.RESTORED);
            }
        }
    }

    /** Everything for good, the objects contained in it too. */
    static void purged(Session session, Entity object) {
        if (object.get("deletedDateTime") == null) {
            tellGroups(session, object, Change::taken);
            Roles.removeAll(session, object.id());
        }
        for (Entity grant : grants(session, object, "")) {
            session.remove(grant);
            tell(session, grant, Change.Kind.PURGED);
        }
        for (Entity grant : grants(session, object, "not")) {
            session.remove(grant);
            tell(session, grant, Change.Kind.PURGED);
        }
        session.children("extensionProperty", object.id())
                .forEach(definition -> ExtensionRemoval.dropValues(session, definition));
        session.update("delete from entity where tenant = {tenant} and parent = ? and parent <> ''", object.id());
    }

    private static List<Entity> grants(Session session, Entity object, String deleted) {
        String id = object.id();
        return session.query(GRANTS.formatted(deleted), Session::entity, id, id, id);
    }

    private static boolean endsLive(Session session, Entity grant) {
        List<String> ends = List.of("principalId", "resourceId", "clientId");
        return ends.stream()
                .map(grant::text)
                .allMatch(id -> id == null || session.findObject(id, false).isPresent());
    }

    /** Groups that hold the object as a member lose or regain it. */
    private static void tellGroups(Session session, Entity object, Told change) {
        for (Entity holder : session.objects(session.references().sources("member", object.id()))) {
            if (holder.type().equals("group")) {
                session.changes().changed(change.of(holder, "member", object.id()));
            }
        }
    }

    /** A delegated grant is tracked itself, an app role assignment with its resource. */
    private static void tell(Session session, Entity grant, Change.Kind kind) {
        if (grant.type().equals("oAuth2PermissionGrant")) {
            session.changes().changed(Change.of(grant, kind));
        } else {
            Told change = kind == Change.Kind.RESTORED ? Change::added : Change::taken;
            session.find("servicePrincipal", grant.parent()).ifPresent(resource -> session.changes()
                    .changed(change.of(resource, "appRoleAssignedTo", grant.text("principalId"))));
        }
    }

    /** {@link Change#added} or {@link Change#taken}. */
    private interface Told {
        Change of(Entity owner, String name, String other);
    }
}
