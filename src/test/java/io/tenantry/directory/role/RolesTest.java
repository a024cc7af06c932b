package io.tenantry.directory.role;

import static io.tenantry.directory.World.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.directory.World;
import io.tenantry.directory.object.KeyBytes;
import io.tenantry.store.Entity;
import jakarta.inject.Inject;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RolesTest {
    private static final String ASSIGNMENTS = "/roleManagement/directory/roleAssignments";

    @Inject
    World world;

    World.Place here;
    Entity user;

    @BeforeEach
    void tenant() {
        here = world.tenant();
        user = here.user("iris");
    }

    private Entity assign(String scope) {
        return here.create(
                ASSIGNMENTS,
                "{\"roleDefinitionId\": \"%s\", \"principalId\": \"%s\"%s}"
                        .formatted(Roles.USER_ADMINISTRATOR, user.id(), scope));
    }

    private Entity globalAdministrator() {
        return here.read(session -> Roles.active(session, Roles.GLOBAL_ADMINISTRATOR))
                .orElseThrow();
    }

    @Test
    void anAssignmentActivatesTheRoleAndMakesAMember() {
        Entity assignment = assign(", \"directoryScopeId\": \"/\"");
        assertTrue(assignment.id().endsWith("-1"));
        assertEquals(Set.of(Roles.USER_ADMINISTRATOR), here.read(session -> Roles.heldBy(session, user.id())));
        here.delete(ASSIGNMENTS + "/{}", assignment);
        assertTrue(here.read(session -> Roles.heldBy(session, user.id())).isEmpty());
    }

    @Test
    void theScopeMustBeGivenAndTheAssignmentNew() {
        refused(
                400,
                "A value is required for property 'directoryScopeId' of resource 'RoleAssignment'.",
                () -> assign(""));
        assign(", \"directoryScopeId\": \"/\"");
        refused(
                400,
                "A conflicting object with one or more of the specified property values is present in the directory.",
                () -> assign(", \"directoryScopeId\": \"/\""));
    }

    @Test
    void aMemberOfARoleHasAnAssignment() {
        Entity role = globalAdministrator();
        here.refer("/directoryRoles/{}/members/$ref", role, user);
        String key = KeyBytes.roleAssignment(Roles.GLOBAL_ADMINISTRATOR, user.id(), "/");
        assertTrue(here.read(session -> session.find(Roles.ASSIGNMENT, key)).isPresent());
        refused(
                400,
                "One or more added object references already exist for the following modified properties: 'members'.",
                () -> here.refer("/directoryRoles/{}/members/$ref", role, user));
        here.unrefer("/directoryRoles/{}/members/$ref", role, user);
        assertTrue(here.read(session -> session.find(Roles.ASSIGNMENT, key)).isEmpty());
    }

    @Test
    void anActiveRoleIsNotActivatedAgain() {
        refused(
                400,
                "A conflicting object with one or more of the specified property values is present in the directory.",
                () -> here.create(
                        "/directoryRoles", "{\"roleTemplateId\": \"%s\"}".formatted(Roles.GLOBAL_ADMINISTRATOR)));
    }

    @Test
    void groupsMadeForRolesHandThemOn() {
        Entity plain = here.group("plain", "");
        refused(
                400,
                "Not a valid reference update.",
                () -> here.refer("/directoryRoles/{}/members/$ref", globalAdministrator(), plain));
        Entity admins = here.group("admins", ", \"isAssignableToRole\": true");
        here.refer("/directoryRoles/{}/members/$ref", globalAdministrator(), admins);
        here.refer("/groups/{}/members/$ref", admins, user);
        assertEquals(Set.of(Roles.GLOBAL_ADMINISTRATOR), here.read(session -> Roles.heldBy(session, user.id())));
    }

    @Test
    void builtInDefinitionsStayAsTheyAre() {
        Entity builtIn = here.read(session -> RoleManagement.definition(session, Roles.USER_ADMINISTRATOR))
                .orElseThrow();
        refused(
                400,
                "Built-in role definitions cannot be updated or deleted.",
                () -> here.delete("/roleManagement/directory/roleDefinitions/{}", builtIn));
        Entity own = here.create(
                "/roleManagement/directory/roleDefinitions",
                """
                {"displayName": "Harbour desk", "isEnabled": true,
                 "rolePermissions": [{"allowedResourceActions": ["microsoft.directory/users/basic/update"]}]}""");
        here.delete("/roleManagement/directory/roleDefinitions/{}", own);
    }
}
