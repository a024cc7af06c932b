package io.tenantry.directory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.AuditLog;
import io.tenantry.resource.GraphCall;
import io.tenantry.resource.GraphError;
import io.tenantry.store.Entity;
import io.tenantry.store.Ids;
import io.tenantry.store.Session;
import java.util.List;

/** {@code POST /groups} (directory.md §7.3). */
final class GroupCreation {
    private static final List<String> REQUIRED =
            List.of("displayName", "mailEnabled", "mailNickname", "securityEnabled");

    private GroupCreation() {}

    static Entity create(GraphCall call, ObjectNode body) {
        Session session = call.session();
        MemberRights.requireToCreateGroups(call);
        ExtensionValues.check(session, body, "Group");
        requireProperties(body);
        GroupValues.check(body);
        Entity group = build(call, body);
        GroupKind.check(group);
        checkRoleAssignable(call, group);
        GroupRules.check(group);
        Uniqueness.requireFree(session, group, "uniqueName");
        GroupMail.address(session, group);
        Uniqueness.guarded(() -> DirectoryObjects.create(session, group));
        AuditLog.record(call, ObjectAudit.added("Add group", "GroupManagement", group));
        GroupMembers.bind(call, group, body);
        addCaller(call, group);
        DynamicGroups.evaluate(session, group);
        return group;
    }

    private static void requireProperties(ObjectNode body) {
        for (String property : REQUIRED) {
            if (Required.missing(body, property)) {
                throw DirectoryErrors.valueRequired(property, "Group");
            }
        }
        for (String property : GroupUpdate.OF_THE_MAILBOX) {
            if (body.has(property)) {
                throw DirectoryErrors.invalidProperty(property);
            }
        }
    }

    private static Entity build(GraphCall call, ObjectNode body) {
        Entity group = Entity.of("group", Ids.random());
        Merge.into(group.properties(), body);
        GroupDefaults.complete(group, call.now());
        return group;
    }

    /** Only security groups with members assigned by hand can hold roles, and only who may assign roles makes them. */
    private static void checkRoleAssignable(GraphCall call, Entity group) {
        if (!group.flag("isAssignableToRole")) {
            return;
        }
        if (!group.flag("securityEnabled") || DynamicGroups.isDynamic(group)) {
            throw DirectoryErrors.invalidValue("isAssignableToRole", "Group");
        }
        if (!call.caller().permissions().contains("RoleManagement.ReadWrite.Directory")) {
            throw GraphError.denied();
        }
    }

    /** A signed-in user owns the group it makes; an application does not. */
    private static void addCaller(GraphCall call, Entity group) {
        SignedInUsers.stored(call)
                .filter(user -> call.session().references().relate("owner", group.id(), user.id()))
                .ifPresent(user -> GroupMembers.told(call, group, "owners", user, true));
    }
}
