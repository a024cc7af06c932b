package io.tenantry.directory.role;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.AuditEvent;
import io.tenantry.audit.AuditLog;
import io.tenantry.directory.object.DirectoryErrors;
import io.tenantry.directory.object.Required;
import io.tenantry.error.GraphError;
import io.tenantry.family.CollectionSource;
import io.tenantry.family.Family;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import jakarta.enterprise.context.ApplicationScoped;

/** Activated directory roles and the templates behind them (directory.md §13.2). */
@ApplicationScoped
public class DirectoryRoles implements Family {
    private static final String TEMPLATES = "/directoryRoleTemplates";

    @Override
    public void register(GraphRegistry graph) {
        graph.create("/directoryRoles", DirectoryRoles::activate);
        graph.addReference("/directoryRoles/{}/members/$ref", DirectoryRoles::addMember);
        graph.removeReference("/directoryRoles/{}/members/$ref", DirectoryRoles::removeMember);
        graph.source(
                TEMPLATES,
                (call, owner) -> new CollectionSource.Fixed(DirectoryRoleTemplates.all().stream()
                        .map(DirectoryRoles::entity)
                        .toList()));
        graph.keyed(TEMPLATES + "/{}", (call, owner, key) -> DirectoryRoleTemplates.byTemplateId(key)
                .map(DirectoryRoles::entity));
    }

    private static Entity entity(DirectoryRoleTemplate template) {
        return Entity.of("directoryRoleTemplate", template.templateId())
                .set("displayName", template.displayName())
                .set("description", template.description());
    }

    /** E13 where the role is active already. */
    private static Entity activate(GraphCall call, ObjectNode body) {
        if (Required.missing(body, "roleTemplateId")) {
            throw DirectoryErrors.valueRequired("roleTemplateId", "DirectoryRole");
        }
        String id = body.get("roleTemplateId").asText();
        DirectoryRoleTemplate template =
                DirectoryRoleTemplates.byTemplateId(id).orElseThrow(() -> GraphError.notFound(id));
        if (Roles.active(call.session(), template.templateId()).isPresent()) {
            throw DirectoryErrors.conflictingObject();
        }
        Entity role = Roles.activate(call.session(), template);
        AuditLog.record(call, target(AuditEvent.of("Activate directory role", "RoleManagement", "Add"), role));
        return role;
    }

    private static void addMember(GraphCall call, Entity role, Entity member) {
        RoleManagement.requirePrincipal(member);
        Roles.assign(call, role.text("roleTemplateId"), member.id(), Roles.DIRECTORY)
                .orElseThrow(() -> DirectoryErrors.alreadyReferenced("members"));
        AuditLog.record(call, event("Add member to role", "Assign", role, member));
    }

    private static void removeMember(GraphCall call, Entity role, Entity member) {
        Entity assignment =
                Roles.assignment(call.session(), role, member.id()).orElseThrow(() -> GraphError.notFound(role.id()));
        Roles.remove(call, assignment);
        AuditLog.record(call, event("Remove member from role", "Unassign", role, member));
    }

    static AuditEvent event(String activity, String operation, Entity role, Entity member) {
        AuditEvent event = AuditEvent.of(activity, "RoleManagement", operation).target(member);
        String name = Json.quoted(String.valueOf(role.text("displayName")));
        boolean added = operation.equals("Assign");
        event.modified("Role.DisplayName", added ? null : name, added ? name : null);
        return target(event, role);
    }

    private static AuditEvent target(AuditEvent event, Entity role) {
        return event.target("Role", role.id(), role.text("displayName"), null);
    }
}
