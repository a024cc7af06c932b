package io.tenantry.directory.application;

import static io.tenantry.directory.World.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.directory.World;
import io.tenantry.directory.role.DirectoryRoleTemplates;
import io.tenantry.error.GraphError;
import io.tenantry.family.Answer;
import io.tenantry.store.Entity;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** field-findings.md §3: applications and service principals. */
@QuarkusTest
class ApplicationRulesTest {
    private static final String APPLICATION = "/applications/{}";
    private static final String PRINCIPAL = "/servicePrincipals/{}";
    private static final String DISABLED_FIRST =
            "Permission (scope or role) cannot be deleted or updated unless disabled first.";

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
        application = here.create("/applications", "{'displayName':'Ferry'}".replace('\'', '"'));
        principal = here.create(
                "/servicePrincipals", "{'appId':'%s'}".replace('\'', '"').formatted(application.text("appId")));
    }

    private void patch(String body) {
        here.update(APPLICATION, application, filled(body));
    }

    private String filled(String body) {
        return body.replace('\'', '"')
                .replace("{appId}", application.text("appId"))
                .replace("{tenantId}", here.tenant.id())
                .replace("{domain}", here.domain());
    }

    private GraphError refusedPatch(String body) {
        GraphError error = assertThrows(GraphError.class, () -> patch(body));
        assertEquals(400, error.status());
        return error;
    }

    private static String role(int number, String value, boolean enabled, String description) {
        return "{'id':'3b1a0d6e-%04d-4a11-8a11-5f0a4be00001','allowedMemberTypes':['User'],'description':'%s','displayName':'Berth','isEnabled':%s,'value':%s}"
                .formatted(number, description, enabled, value);
    }

    private static String scope(int number, String value, boolean enabled) {
        return "{'id':'9d0c5a11-%04d-4a11-8a11-5f0a4be00001','adminConsentDescription':'d','adminConsentDisplayName':'n','isEnabled':%s,'type':'Admin','value':%s}"
                .formatted(number, enabled, value);
    }

    private static String roles(String... roles) {
        return "'appRoles':[" + String.join(",", roles) + "]";
    }

    private static String scopes(String... scopes) {
        return "'api':{'oauth2PermissionScopes':[" + String.join(",", scopes) + "]}";
    }

    // ---- roles and scopes

    @Test
    void aValueStandsForOneRoleOrScope() {
        for (String body : new String[] {
            roles(role(1, "'Tide'", false, "a"), role(2, "'Tide'", true, "b")),
            roles(role(1, "'Tide'", false, "a"), role(1, "'Ebb'", true, "b")),
            scopes(scope(1, "'Tide'", true), scope(2, "'Tide'", true)),
            roles(role(1, "'Tide'", true, "a")) + "," + scopes(scope(2, "'Tide'", true))
        }) {
            GraphError error = refusedPatch("{" + body + "}");
            assertEquals("DuplicateValue", error.code());
            assertEquals("Request contains a property with duplicate values.", error.getMessage());
            assertEquals("DuplicateValue", error.details().get(0).code());
        }
        patch("{" + roles(role(1, "null", true, "a"), role(2, "null", true, "b")) + "}");
    }

    @Test
    void anEnabledRoleOrScopeIsNeitherDroppedNorChanged() {
        patch("{" + roles(role(1, "'Tide'", true, "a")) + "," + scopes(scope(2, "'Ebb'", true)) + "}");
        for (String body : new String[] {
            roles(),
            roles(role(3, "'Tide'", true, "a")),
            roles(role(1, "'Flood'", true, "a")),
            roles(role(1, "'Tide'", true, "other")),
            scopes(),
            scopes(scope(2, "'Neap'", true)),
            "'api':null"
        }) {
            GraphError error = refusedPatch("{" + body + "}");
            assertEquals("CannotDeleteOrUpdateEnabledEntitlement", error.code());
            assertEquals(DISABLED_FIRST, error.getMessage());
        }
        patch("{" + roles(role(1, "'Tide'", true, "a"), role(3, "'Neap'", true, "n")) + "}");
        patch("{" + roles(role(1, "'Tide'", false, "a"), role(3, "'Neap'", false, "n")) + "}");
        patch("{" + roles() + "}");
    }

    @Test
    void rolesOfAServicePrincipalAreItsApplications() {
        patch("{" + roles(role(1, "'Tide'", true, "a")) + "}");
        for (String body :
                new String[] {roles(), roles(role(1, "'Ebb'", true, "a")), roles(role(2, "'Tide'", true, "a"))}) {
            refused(
                    400,
                    "Property appRoles on the service principal does not match the application object.",
                    () -> here.update(PRINCIPAL, principal, filled("{" + body + "}")));
        }
        refused(
                400,
                "Property oauth2PermissionScopes on the service principal does not match the application object.",
                () -> here.update(
                        PRINCIPAL, principal, filled("{'oauth2PermissionScopes':[" + scope(1, "'Ebb'", true) + "]}")));
        here.update(PRINCIPAL, principal, filled("{" + roles(role(1, "'Tide'", true, "a")) + ",'notes':'kept'}"));
        assertEquals("kept", here.fresh(principal).text("notes"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'appRoles':[{'id':'3b1a0d6e-0001-4a11-8a11-5f0a4be00001','allowedMemberTypes':['Robot'],'isEnabled':true,'value':'x'}]",
                "'appRoles':[{'id':'3b1a0d6e-0001-4a11-8a11-5f0a4be00001','allowedMemberTypes':['User'],'isEnabled':true,'value':'two words'}]",
                "'api':{'oauth2PermissionScopes':[{'id':'3b1a0d6e-0001-4a11-8a11-5f0a4be00001','isEnabled':true,'type':'Root','value':'x'}]}",
                "'signInAudience':'Everybody'",
                "'signInAudience':'azureadmyorg'",
                "'groupMembershipClaims':'Some'",
                "'groupMembershipClaims':'SecurityGroup,'",
                "'parentalControlSettings':{'legalAgeGroupRule':'Never'}",
                "'requiredResourceAccess':[{'resourceAppId':'00000003-0000-0000-c000-000000000000','resourceAccess':[]}]",
                "'requiredResourceAccess':[{'resourceAppId':'graph','resourceAccess':[{'id':'3b1a0d6e-0001-4a11-8a11-5f0a4be00001','type':'Role'}]}]",
                "'requiredResourceAccess':[{'resourceAppId':'00000003-0000-0000-c000-000000000000','resourceAccess':[{'id':'3b1a0d6e-0001-4a11-8a11-5f0a4be00001','type':'role'}]}]",
                "'web':{'redirectUris':['callback']}",
                "'web':{'redirectUris':['https://']}",
                "'web':{'redirectUris':['http://ferry.example/callback']}",
                "'web':{'redirectUris':['https://ferry.example/a b']}",
                "'web':{'redirectUris':['https://ferry.example/#here']}",
                "'spa':{'redirectUris':['http://10.0.0.1/']}",
                "'publicClient':{'redirectUris':['http://localhost.example/']}"
            })
    void valuesComeFromTheirLists(String property) {
        String before = here.fresh(application).properties().toString();
        assertEquals("Request_BadRequest", refusedPatch("{" + property + "}").code());
        assertEquals(before, here.fresh(application).properties().toString());
        assertThrows(
                GraphError.class,
                () -> here.create("/applications", filled("{'displayName':'Other'," + property + "}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'signInAudience':'AzureADMultipleOrgs'",
                "'signInAudience':'PersonalMicrosoftAccount','api':{'requestedAccessTokenVersion':2}",
                "'groupMembershipClaims':'SecurityGroup, ApplicationGroup'",
                "'groupMembershipClaims':null",
                "'web':{'redirectUris':['https://ferry.example/callback','http://localhost:8080/x','http://127.0.0.1/']}",
                "'publicClient':{'redirectUris':['myapp://auth','urn:ietf:wg:oauth:2.0:oob','http://localhost']}",
                "'requiredResourceAccess':[{'resourceAppId':'00000003-0000-0000-c000-000000000000','resourceAccess':[{'id':'e1fe6dd8-ba31-4d61-89e7-88639da4683d','type':'Scope'}]}]"
            })
    void whatTheListsHoldIsTaken(String property) {
        patch("{" + property + "}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'signInAudience':'AzureADandPersonalMicrosoftAccount'",
                "'signInAudience':'PersonalMicrosoftAccount'",
                "'signInAudience':'PersonalMicrosoftAccount','api':{'requestedAccessTokenVersion':1}",
                "'api':{'requestedAccessTokenVersion':3}"
            })
    void personalAccountsNeedTokensOfVersionTwo(String property) {
        assertEquals(
                "Property api.requestedAccessTokenVersion is invalid.",
                refusedPatch("{" + property + "}").getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'replyUrls':['http://ferry.example/']", "'preferredSingleSignOnMode':'handshake'"})
    void aServicePrincipalHasSuchValuesToo(String property) {
        assertThrows(GraphError.class, () -> here.update(PRINCIPAL, principal, filled("{" + property + "}")));
    }

    // ---- identifierUris

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ferry.dunelight.example/api",
                "http://ferry.dunelight.example",
                "api://ferry",
                "api://ferry/tides",
                "api://0badc0de-0bad-4bad-8bad-0badc0de0bad",
                "https://x{domain}/api",
                "https://onmicrosoft.com/api"
            })
    void anIdentifierStandsInAVerifiedDomain(String uri) {
        GraphError error = refusedPatch("{'identifierUris':['" + uri + "']}");
        assertEquals("HostNameNotOnVerifiedDomain", error.code());
        assertEquals(
                "Values of identifierUris property must use a verified domain of the organization or its subdomain: '"
                        + filled(uri) + "'",
                error.getMessage());
        assertThrows(
                GraphError.class,
                () -> here.create("/applications", filled("{'displayName':'Uri','identifierUris':['" + uri + "']}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api://{appId}",
                "api://{appId}/tides",
                "api://{tenantId}/tides",
                "api://ferry/{appId}",
                "api://ferry.{domain}/tides",
                "https://{domain}/tides",
                "https://a.b.{domain}:8443/tides",
                "HTTPS://{domain}",
                "urn:ferry:tides"
            })
    void anIdentifierMayBeNamedAfterApplicationTenantOrDomain(String uri) {
        patch("{'identifierUris':['" + uri + "']}");
        assertEquals(
                filled(uri), here.fresh(application).texts("identifierUris").get(0));
    }

    @ParameterizedTest
    @CsvSource({
        "ferry, Request_BadRequest",
        "https:tides, Request_BadRequest",
        "'api://{appId}\",\"api://{appId}', DuplicateValue"
    })
    void anIdentifierIsAUriAndNamedOnce(String uri, String code) {
        assertEquals(code, refusedPatch("{'identifierUris':['" + uri + "']}").code());
    }

    // ---- secrets

    @Test
    void secretsAreMadeByActionsAndMayBeSentBackOrLeftOut() {
        for (Entity owner : new Entity[] {application, principal}) {
            String path = owner == application ? APPLICATION : PRINCIPAL;
            Answer.Value answer = (Answer.Value) here.call(owner.type(), "addPassword", owner, "{}");
            String text = answer.value().get("secretText").asText();
            JsonNode kept = here.fresh(owner).array("passwordCredentials").get(0);
            String refusal = "New password credentials must be generated using service actions.";
            for (String body : new String[] {
                "[{'displayName':'new'}]",
                "[{'secretText':'abc'}]",
                "[{'keyId':'0badc0de-0bad-4bad-8bad-0badc0de0bad'}]",
                "[" + kept + ",{'displayName':'new'}]"
            }) {
                refused(400, refusal, () -> here.update(path, owner, filled("{'passwordCredentials':" + body + "}")));
            }
            refused(
                    400,
                    "Update to existing credential with KeyId '"
                            + kept.get("keyId").asText() + "' is not allowed.",
                    () -> here.update(
                            path,
                            owner,
                            filled("{'passwordCredentials':[{'keyId':'"
                                    + kept.get("keyId").asText() + "','endDateTime':'2099-01-01T00:00:00Z'}]}")));
            here.update(path, owner, "{\"passwordCredentials\":[" + kept + "]}");
            assertTrue(matches(owner, text));
            here.update(path, owner, "{\"passwordCredentials\":[]}");
            assertFalse(matches(owner, text));
        }
    }

    private boolean matches(Entity owner, String text) {
        return here.<Boolean>read(session -> secrets.matches(session, owner, text, World.NOW));
    }

    // ---- life of service principals

    @Test
    void everyServicePrincipalKnowsWhenItWasMade() {
        assertNotNull(principal.get("createdDateTime"));
        here.read(session -> session.findBy("servicePrincipal", "appId", FirstPartyApplications.MICROSOFT_GRAPH))
                .map(graph -> graph.get("createdDateTime"))
                .orElseThrow();
        Entity cli = here.create("/servicePrincipals", "{\"appId\":\"04b07795-8ddb-461a-bbee-02f9e1bf7b46\"}");
        assertNotNull(cli.get("createdDateTime"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aServicePrincipalDoesNotComeBackWithoutItsApplication(boolean purged) {
        here.delete(PRINCIPAL, principal);
        here.delete(APPLICATION, application);
        if (purged) {
            here.delete("/directory/deletedItems/{}", application);
        }
        GraphError error =
                assertThrows(GraphError.class, () -> here.call("servicePrincipal", "restore", principal, null));
        assertEquals(400, error.status());
        assertFalse(here.live(principal));
        if (!purged) {
            here.call("application", "restore", application, null);
            here.call("servicePrincipal", "restore", principal, null);
            assertTrue(here.live(principal));
        }
    }

    // ---- neighbours

    @ParameterizedTest
    @ValueSource(
            strings = {
                DirectoryRoleTemplates.USER,
                DirectoryRoleTemplates.GUEST_USER,
                DirectoryRoleTemplates.RESTRICTED_GUEST_USER
            })
    void anImplicitRoleIsNotActivated(String template) {
        refused(
                400,
                "Instantiating an implicit user role is not supported.",
                () -> here.create("/directoryRoles", "{\"roleTemplateId\":\"" + template + "\"}"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "department -eq \"Dock\", InvalidObjectTypeException",
                "(accountEnabled -eq true) and (user.userType -eq \"Member\"), InvalidObjectTypeException",
                "user.shoe -eq \"42\", Request_BadRequest"
            })
    void aRuleNamesTheObjectBeforeTheProperty(String rule, String code) {
        String more = ", \"groupTypes\": [\"DynamicMembership\"], \"membershipRule\": \"%s\""
                .formatted(rule.replace("\"", "\\\""));
        GraphError error = assertThrows(GraphError.class, () -> here.group("crew", more));
        assertEquals(400, error.status());
        assertEquals(code, error.code());
    }

    @Test
    void aMicrosoft365GroupDescribesItself() {
        String unified =
                "{\"displayName\":\"%s\",\"mailNickname\":\"%s\",\"mailEnabled\":true,\"securityEnabled\":false,"
                        + "\"groupTypes\":[\"Unified\"]%s}";
        assertEquals(
                "Quay",
                here.create("/groups", unified.formatted("Quay", "quay", "")).text("description"));
        assertEquals(
                "Pier side",
                here.create("/groups", unified.formatted("Pier", "pier", ",\"description\":\"Pier side\""))
                        .text("description"));
        assertEquals(null, here.group("crew", "").text("description"));
    }
}
