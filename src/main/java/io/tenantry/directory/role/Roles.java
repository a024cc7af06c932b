package io.tenantry.directory.role;

import io.tenantry.directory.object.KeyBytes;
import io.tenantry.directory.object.Memberships;
import io.tenantry.error.GraphError;
import io.tenantry.family.GraphCall;
import io.tenantry.format.Ids;
import io.tenantry.store.Change;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who holds which directory role. An assignment at the scope of the directory stands in two places of Graph, kept in step here: as an
 * entity under {@code roleManagement}, and as a member of the activated role under {@code directoryRoles}.
 */
public final class Roles {
    /** Template ids of the roles that rules name. */
    public static final String GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";

    static final String PRIVILEGED_ROLE_ADMINISTRATOR = "e8611ab8-c189-46e8-94e1-60213ab1f814";
    static final String APPLICATION_ADMINISTRATOR = "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3";
    static final String CLOUD_APPLICATION_ADMINISTRATOR = "158c047a-c907-4556-b7ef-446551a6b5f7";
    public static final String AUTHENTICATION_ADMINISTRATOR = "c4e39bd9-1100-46d3-8c65-fb160da0071f";
    public static final String PRIVILEGED_AUTHENTICATION_ADMINISTRATOR = "7be44c8a-adaf-4e2a-84d6-ab2649e08a13";
    public static final String USER_ADMINISTRATOR = "fe930be7-5e62-47db-91af-98c3a49a38b1";
    static final String DIRECTORY_READERS = "88d8e3e3-8f55-4a1e-953a-9b9898b8876b";
    public static final String GUEST_INVITER = "95e79109-95c0-4d8e-aee3-d01accf2d47b";
    public static final String GROUPS_ADMINISTRATOR = "fdd7a751-b60b-444a-984c-02652fe8fa1c";
    public static final String HELPDESK_ADMINISTRATOR = "729827e3-9c14-49f7-bb1b-9608f156bbb8";
    public static final String PASSWORD_ADMINISTRATOR = "966707d0-3269-4727-9be2-8c3a10f19b9d";
    public static final String REPORTS_READER = "4a5d8f65-41da-4de4-8968-e035b65339cf";

    /** Who may consent to delegated permissions for all users of the tenant. */
    public static final Set<String> CONSENT_DELEGATED = Set.of(
            GLOBAL_ADMINISTRATOR,
            PRIVILEGED_ROLE_ADMINISTRATOR,
            APPLICATION_ADMINISTRATOR,
            CLOUD_APPLICATION_ADMINISTRATOR);

    /** Who may consent to any permission, application permissions of Microsoft Graph among them. */
    public static final Set<String> CONSENT_ALL = Set.of(GLOBAL_ADMINISTRATOR, PRIVILEGED_ROLE_ADMINISTRATOR);

    public static final String DIRECTORY = "/";
    static final String ASSIGNMENT = "unifiedRoleAssignment";

    private Roles() {}

    /** Template ids of the roles that an object holds, through groups too. */
    public static Set<String> heldBy(Session session, String principalId) {
        return Memberships.roles(session, principalId);
    }

    /** Ids of the definitions of the roles that an object was given, for the directory or for a part of it, or has through groups. */
    static Set<String> assignedTo(Session session, String principalId) {
        Set<String> roles = new HashSet<>(heldBy(session, principalId));
        session.allBy(ASSIGNMENT, "principalId", principalId)
                .forEach(assignment -> roles.add(assignment.text("roleDefinitionId")));
        return roles;
    }

    /** Assigns a role for a caller, who must be one to say so. */
    static Optional<Entity> assign(GraphCall call, String roleDefinitionId, String principalId, String scope) {
        RoleAdministrators.require(call);
        return assign(call.session(), roleDefinitionId, principalId, scope);
    }

    /** Likewise. */
    static void remove(GraphCall call, Entity assignment) {
        RoleAdministrators.require(call);
        remove(call.session(), assignment);
    }

    /** Assigns a role; empty where the same assignment exists. A built-in role becomes active by it. */
    public static Optional<Entity> assign(Session session, String roleDefinitionId, String principalId, String scope) {
        String id = KeyBytes.roleAssignment(roleDefinitionId, principalId, scope);
        if (session.find(ASSIGNMENT, id).isPresent()) {
            return Optional.empty();
        }
        Entity assignment = Entity.of(ASSIGNMENT, id)
                .set("roleDefinitionId", roleDefinitionId)
                .set("principalId", principalId)
                .set("directoryScopeId", scope)
                .set("resourceScope", scope)
                .set("principalOrganizationId", session.tenant().id());
        session.insert(assignment);
        if (scope.equals(DIRECTORY)) {
            DirectoryRoleTemplates.byTemplateId(roleDefinitionId)
                    .ifPresent(template -> addMember(session, activate(session, template), principalId));
        }
        return Optional.of(assignment);
    }

    /** Takes an assignment away, and the membership that goes with it. */
    private static void remove(Session session, Entity assignment) {
        session.remove(assignment);
        if (DIRECTORY.equals(assignment.text("directoryScopeId"))) {
            active(session, assignment.text("roleDefinitionId"))
                    .filter(role -> session.references().unrelate("member", role.id(), assignment.text("principalId")))
                    .ifPresent(role ->
                            session.changes().changed(Change.taken(role, "member", assignment.text("principalId"))));
        }
    }

    /** Takes all roles from an object that is deleted; they do not come back with it (directory.md §9). */
    public static void removeAll(Session session, String principalId) {
        session.allBy(ASSIGNMENT, "principalId", principalId).forEach(assignment -> remove(session, assignment));
    }

    static Optional<Entity> assignment(Session session, Entity role, String principalId) {
        return session.find(ASSIGNMENT, KeyBytes.roleAssignment(role.text("roleTemplateId"), principalId, DIRECTORY));
    }

    static Optional<Entity> active(Session session, String templateId) {
        return session.findBy("directoryRole", "roleTemplateId", templateId);
    }

    /** The role of a template in this tenant, activated where it is not yet. */
    static Entity activate(Session session, DirectoryRoleTemplate template) {
        // field-findings.md §3
        if (DirectoryRoleTemplates.implicit(template.templateId())) {
            throw GraphError.badRequest("Instantiating an implicit user role is not supported.");
        }
        return active(session, template.templateId()).orElseGet(() -> {
            Entity role = Entity.of("directoryRole", Ids.random())
                    .set("roleTemplateId", template.templateId())
                    .set("displayName", template.displayName())
                    .set("description", template.description());
            session.insert(role);
            session.changes().changed(Change.of(role, Change.Kind.CREATED));
            return role;
        });
    }

    private static void addMember(Session session, Entity role, String principalId) {
        if (session.references().relate("member", role.id(), principalId)) {
            session.changes().changed(List.of(Change.added(role, "member", principalId)));
        }
    }
}
