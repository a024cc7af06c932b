package io.tenantry.directory.group;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.AuditLog;
import io.tenantry.directory.dynamic.DynamicGroups;
import io.tenantry.directory.lifecycle.DirectoryObjects;
import io.tenantry.directory.object.DirectoryErrors;
import io.tenantry.directory.object.ExtensionValues;
import io.tenantry.directory.object.GroupKind;
import io.tenantry.directory.object.ObjectAudit;
import io.tenantry.directory.object.Uniqueness;
import io.tenantry.error.GraphError;
import io.tenantry.family.GraphCall;
import io.tenantry.format.Merge;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** {@code PATCH /groups/{id}} (directory.md §7.3). */
final class GroupUpdate {
    /** Kept by the mailbox service: never at creation, never together with others (directory.md §7.1). */
    static final List<String> OF_THE_MAILBOX = List.of(
            "allowExternalSenders",
            "autoSubscribeNewMembers",
            "hideFromAddressLists",
            "hideFromOutlookClients",
            "isSubscribedByMail",
            "unseenCount");

    private static final Set<String> CREATE_ONLY =
            Set.of("isAssignableToRole", "resourceBehaviorOptions", "resourceProvisioningOptions");

    private GroupUpdate() {}

    static void update(GraphCall call, Entity group, ObjectNode body) {
        Session session = call.session();
        ExtensionValues.check(session, body, "Group");
        GroupValues.check(body);
        checkNames(group, body);
        ObjectNode before = group.properties().deepCopy();
        Merge.into(group.properties(), body);
        checkKind(before, group);
        GroupDefaults.complete(group, call.now());
        checkVisibility(before, group);
        GroupKind.check(group);
        GroupRules.check(group);
        Uniqueness.requireFree(session, group, "uniqueName");
        if (body.has("mailNickname")) {
            GroupMail.address(session, group);
        }
        Uniqueness.guarded(() -> DirectoryObjects.update(call, group));
        AuditLog.record(call, ObjectAudit.updated("Update group", "GroupManagement", before, group));
        GroupMembers.bind(call, group, body);
        followRule(session, before, group);
    }

    private static void checkNames(Entity group, ObjectNode body) {
        for (String name : CREATE_ONLY) {
            if (body.has(name) && !body.get(name).equals(group.get(name))) {
                throw DirectoryErrors.readOnly(name);
            }
        }
        Set<String> others = new HashSet<>();
        body.fieldNames().forEachRemaining(others::add);
        boolean mailbox = others.removeAll(OF_THE_MAILBOX);
        if (mailbox && !others.isEmpty()) {
            throw GraphError.badRequest(
                    "Properties of the group's mailbox cannot be updated together with other properties.");
        }
    }

    /** Whether members are hidden is said at creation (directory.md §7.1). */
    private static void checkVisibility(ObjectNode before, Entity group) {
        boolean was = GroupKind.HIDDEN.equals(before.path("visibility").asText());
        if (was != GroupKind.hidden(group)) {
            throw DirectoryErrors.invalidValue("visibility", "Group");
        }
    }

    /** A group stays what it is, but for members by rule or by hand: that may change. */
    private static void checkKind(ObjectNode before, Entity group) {
        boolean was = before.path("groupTypes").valueStream().anyMatch(type -> type.asText()
                .equals(GroupKind.UNIFIED));
        if (was != GroupKind.unified(group)) {
            throw DirectoryErrors.invalidValue("groupTypes", "Group");
        }
        if (!GroupKind.dynamic(group)
                && before.path("groupTypes").valueStream().anyMatch(type -> type.asText()
                        .equals(GroupKind.DYNAMIC))) {
            group.properties().remove(List.of("membershipRule", "membershipRuleProcessingState"));
        }
    }

    private static void followRule(Session session, ObjectNode before, Entity group) {
        for (String name : List.of("groupTypes", "membershipRule", "membershipRuleProcessingState")) {
            if (!Objects.equals(before.get(name), group.get(name))) {
                DynamicGroups.follow(session, group);
                return;
            }
        }
    }
}
