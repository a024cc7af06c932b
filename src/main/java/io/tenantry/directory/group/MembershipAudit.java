package io.tenantry.directory.group;

import io.tenantry.audit.AuditEvent;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;

/** Members and owners that come and go, as the audit log has them (directory.md §16). */
public final class MembershipAudit {
    private MembershipAudit() {}

    /** @param what {@code member} or {@code owner} */
    public static AuditEvent event(Entity group, String what, Entity object, boolean added) {
        String activity = added ? "Add " + what + " to group" : "Remove " + what + " from group";
        String id = Json.quoted(group.id());
        String displayName = Json.quoted(String.valueOf(group.text("displayName")));
        return AuditEvent.of(activity, "GroupManagement", added ? "Assign" : "Unassign")
                .target(object)
                .modified("Group.ObjectID", added ? null : id, added ? id : null)
                .modified("Group.DisplayName", added ? null : displayName, added ? displayName : null)
                .modified("Group.WellKnownObjectName", null, null)
                .target(group);
    }
}
