package io.tenantry.directory.group;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.AuditEvent;
import io.tenantry.audit.AuditLog;
import io.tenantry.directory.lifecycle.DirectoryObjects;
import io.tenantry.directory.object.DirectoryConfig;
import io.tenantry.directory.object.GroupKind;
import io.tenantry.directory.object.ObjectAudit;
import io.tenantry.family.Answer;
import io.tenantry.family.Family;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.store.Entity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;

/** Groups: creating, changing, deleting, members and owners (directory.md §7). */
@ApplicationScoped
public class Groups implements Family {
    private final DirectoryConfig config;

    Groups(DirectoryConfig config) {
        this.config = config;
    }

    @Override
    public void register(GraphRegistry graph) {
        graph.create("/groups", GroupCreation::create);
        graph.update("/groups/{}", GroupUpdate::update);
        graph.delete("/groups/{}", this::delete);
        graph.addReference("/groups/{}/members/$ref", GroupMembers::addMember);
        graph.removeReference("/groups/{}/members/$ref", GroupMembers::removeMember);
        graph.addReference("/groups/{}/owners/$ref", GroupMembers::addOwner);
        graph.removeReference("/groups/{}/owners/$ref", GroupMembers::removeOwner);
        graph.operation("group", "renew", Groups::renew);
        graph.operation("group", "retryServiceProvisioning", (call, group, body) -> Answer.noContent());
    }

    /** Microsoft 365 groups can be restored, others are gone at once (directory.md §22.3). */
    public void delete(GraphCall call, Entity group) {
        AuditEvent event = ObjectAudit.plain("Delete group", "GroupManagement", "Delete", group);
        if (GroupKind.unified(group) || config.securityGroupSoftDelete()) {
            DirectoryObjects.softDelete(call, group);
        } else {
            DirectoryObjects.purge(call, group);
        }
        AuditLog.record(call, event);
    }

    private static Answer renew(GraphCall call, Entity group, ObjectNode body) {
        ObjectNode before = group.properties().deepCopy();
        group.set("renewedDateTime", call.now().truncatedTo(ChronoUnit.SECONDS));
        DirectoryObjects.update(call, group);
        AuditLog.record(call, ObjectAudit.updated("Update group", "GroupManagement", before, group));
        return Answer.noContent();
    }
}
