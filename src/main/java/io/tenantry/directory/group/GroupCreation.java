package io.tenantry.directory.group;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.AuditLog;
import io.tenantry.directory.dynamic.DynamicGroups;
import io.tenantry.directory.lifecycle.DirectoryObjects;
import io.tenantry.directory.object.DirectoryErrors;
import io.tenantry.directory.object.ExtensionValues;
import io.tenantry.directory.object.GroupKind;
import io.tenantry.directory.object.ObjectAudit;
import io.tenantry.directory.object.Required;
import io.tenantry.directory.object.Uniqueness;
import io.tenantry.directory.reference.DirectoryReferences;
import io.tenantry.directory.role.MemberRights;
import io.tenantry.directory.user.SignedInUsers;
import io.tenantry.family.GraphCall;
import io.tenantry.format.Ids;
import io.tenantry.format.Merge;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.List;

/** {@code POST /groups} (directory.md §7.3). */
final class GroupCreation {
    private static final List<String> REQUIRED =
            List.of("displayName", "mailEnabled", "mailNickname", "securityEnabled");

    private GroupCreation() {}

    static Entity create(GraphCall call, ObjectNode body) {
        Session session = call.session();
        if (!body.path(GroupKind.ASSIGNABLE).asBoolean()) {
            MemberRights.requireToCreateGroups(call);
        }
        ExtensionValues.check(session, body, "Group");
        requireProperties(body);
        GroupValues.check(body);
        Entity group = build(call, body);
        GroupKind.check(group);
        GroupRules.check(group);
        Uniqueness.requireFree(session, group, "uniqueName");
        GroupMail.address(session, group);
        Uniqueness.guarded(() -> DirectoryObjects.create(call, group));
        AuditLog.record(call, ObjectAudit.added("Add group", "GroupManagement", group));
        GroupMembers.bind(call, group, body);
        addCaller(call, group);
        DynamicGroups.follow(session, group);
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
        GroupDefaults.begin(group, call.now());
        return group;
    }

    /** A signed-in user owns the group it makes; an application does not. */
    private static void addCaller(GraphCall call, Entity group) {
        SignedInUsers.stored(call)
                .filter(user -> DirectoryReferences.add(call, "owner", group, user))
                .ifPresent(user -> GroupMembers.told(call, group, "owners", user, true));
    }
}
