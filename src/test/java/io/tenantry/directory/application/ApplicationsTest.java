package io.tenantry.directory.application;

import static io.tenantry.directory.World.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.directory.World;
import io.tenantry.directory.object.KeyBytes;
import io.tenantry.family.Answer;
import io.tenantry.format.Ids;
import io.tenantry.store.Entity;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApplicationsTest {
    private static final String DEFAULT_ACCESS = "00000000-0000-0000-0000-000000000000";

    @Inject
    World world;

    @Inject
    ClientSecrets secrets;

    World.Place here;
    Entity application;
    Entity principal;

    @BeforeEach
    void tenant() {
        here = world.tenant();
        application = here.create("/applications", "{\"displayName\": \"Tide Registry\"}");
        principal = here.create("/servicePrincipals", "{\"appId\": \"%s\"}".formatted(application.text("appId")));
    }

    private Entity assign(Entity to, String role) {
        return here.create(
                "/servicePrincipals/{}/appRoleAssignedTo",
                "{\"principalId\": \"%s\", \"resourceId\": \"%s\", \"appRoleId\": \"%s\"}"
                        .formatted(to.id(), principal.id(), role),
                principal.id());
    }

    private boolean matches(Entity owner, String text) {
        return here.<Boolean>read(session -> secrets.matches(session, owner, text, World.NOW));
    }

    @Test
    void aServicePrincipalRepeatsItsApplication() {
        assertEquals("Tide Registry", principal.text("appDisplayName"));
        assertEquals(here.tenant.id(), principal.text("appOwnerOrganizationId"));
        here.update("/applications/{}", application, "{\"displayName\": \"Tides\"}");
        assertEquals("Tides", here.fresh(principal).text("displayName"));
        refused(
                400,
                "The appId '11111111-2222-4333-8444-555555555555' of the service principal does not reference a valid application object.",
                () -> here.create("/servicePrincipals", "{\"appId\": \"11111111-2222-4333-8444-555555555555\"}"));
    }

    @Test
    void aSecretIsShownOnceAndKeptAsAHash() {
        Answer.Value answer = (Answer.Value) here.call(
                "application", "addPassword", application, "{\"passwordCredential\": {\"displayName\": \"ci\"}}");
        String text = answer.value().get("secretText").asText();
        Entity now = here.fresh(application);
        JsonNode kept = now.array("passwordCredentials").get(0);
        assertTrue(kept.get("secretText").isNull());
        assertEquals(text.substring(0, 3), kept.get("hint").asText());
        assertTrue(matches(now, text));
        assertFalse(matches(now, "other"));
        here.call(
                "application",
                "removePassword",
                now,
                "{\"keyId\": \"%s\"}".formatted(kept.get("keyId").asText()));
        assertFalse(matches(now, text));
    }

    @Test
    void anExtensionIsNamedAfterItsApplication() {
        Entity definition = here.create(
                "/applications/{}/extensionProperties",
                "{\"name\": \"berth\", \"dataType\": \"String\", \"targetObjects\": [\"User\"]}",
                application.id());
        String name = "extension_" + application.text("appId").replace("-", "") + "_berth";
        assertEquals(name, definition.text("name"));
        Entity user = here.user("iris", ", \"%s\": \"quay-4\"".formatted(name));
        assertEquals("quay-4", here.fresh(user).text(name));
        refused(
                400,
                "Invalid value specified for property '" + name + "' of resource 'User'.",
                () -> here.update("/users/{}", user, "{\"%s\": 4}".formatted(name)));
    }

    @Test
    void anAssignmentNamesBothEnds() {
        Entity user = here.user("iris");
        Entity assignment = assign(user, DEFAULT_ACCESS);
        assertEquals("User", assignment.text("principalType"));
        assertEquals("iris", assignment.text("principalDisplayName"));
        assertEquals("Tide Registry", assignment.text("resourceDisplayName"));
        assertEquals(43, assignment.id().length());
        refused(400, "Permission being assigned already exists on the object", () -> assign(user, DEFAULT_ACCESS));
    }

    @Test
    void theRoleMustBeOneOfTheResource() {
        Entity user = here.user("iris");
        String role = Ids.random();
        refused(400, "Not a valid reference update.", () -> assign(user, role));
        here.update(
                "/applications/{}",
                application,
                """
                {"appRoles": [{"id": "%s", "allowedMemberTypes": ["User"], "displayName": "User", "description": "x", "isEnabled": true, "value": null}]}"""
                        .formatted(role));
        assign(user, role);
        refused(400, "Not a valid reference update.", () -> assign(here.user("otto"), DEFAULT_ACCESS));
        refused(400, "Not a valid reference update.", () -> assign(principal, role));
        refused(
                400,
                "Permission (scope or role) cannot be deleted or updated unless disabled first.",
                () -> here.update("/applications/{}", application, "{\"appRoles\": []}"));
    }

    @Test
    void aDeletedPrincipalIsAssignedNoMore() {
        Entity group = here.group("crew", "");
        assign(group, DEFAULT_ACCESS);
        here.delete("/groups/{}", group);
        assertTrue(here.read(session -> session.children("appRoleAssignment", principal.id()))
                .isEmpty());
    }

    @Test
    void aGrantStandsOncePerClientResourceAndPrincipal() {
        Entity graph = here.read(
                        session -> session.findBy("servicePrincipal", "appId", FirstPartyApplications.MICROSOFT_GRAPH))
                .orElseThrow();
        assertFalse(graph.array("appRoles").isEmpty());
        String body =
                "{\"clientId\": \"%s\", \"consentType\": \"AllPrincipals\", \"resourceId\": \"%s\", \"scope\": \"User.Read\"}"
                        .formatted(principal.id(), graph.id());
        Entity grant = here.create("/oauth2PermissionGrants", body);
        assertEquals(KeyBytes.permissionGrant(principal.id(), graph.id(), null), grant.id());
        refused(409, "Permission entry already exists.", () -> here.create("/oauth2PermissionGrants", body));
    }

    @Test
    void rolesOfMicrosoftGraphAreGrantedByWhoMayGrantThem() {
        Entity graph = here.read(
                        session -> session.findBy("servicePrincipal", "appId", FirstPartyApplications.MICROSOFT_GRAPH))
                .orElseThrow();
        String body = "{\"principalId\": \"%s\", \"resourceId\": \"%s\", \"appRoleId\": \"%s\"}"
                .formatted(
                        principal.id(),
                        graph.id(),
                        graph.array("appRoles").get(0).get("id").asText());
        String path = "/servicePrincipals/{}/appRoleAssignments";
        here.callAsApp("Application.ReadWrite.All");
        refused(
                403,
                "Insufficient privileges to complete the operation.",
                () -> here.create(path, body, principal.id()));
        here.callAsApp("AppRoleAssignment.ReadWrite.All");
        assertEquals("ServicePrincipal", here.create(path, body, principal.id()).text("principalType"));
    }
}
