package io.tenantry.token.grant;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.instanceOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.directory.role.Roles;
import io.tenantry.format.Ids;
import io.tenantry.store.Entity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a token for an application holds, and for which resources there is one (token-service.md §2). */
@QuarkusTest
class ClientCredentialsGrantTest extends TokenEndpointCases {
    @Test
    void aSecretBuysATokenForTheApplication() {
        clock.set(Instant.parse("2026-01-05T10:00:00Z"), true);

        JsonNode claims = claims(post(form())
                .statusCode(200)
                .contentType("application/json;charset=utf-8")
                .header("Cache-Control", "no-store, no-cache")
                .header("Pragma", "no-cache")
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(3599))
                .body("ext_expires_in", equalTo(3599)));

        long now = Instant.parse("2026-01-05T10:00:00Z").getEpochSecond();
        Entity principal = world.principalOf(appId);
        assertEquals("https://graph.microsoft.com", claims.get("aud").asText());
        assertEquals(
                "https://sts.windows.net/" + world.tenant.id() + "/",
                claims.get("iss").asText());
        assertEquals(claims.get("iss"), claims.get("idp"));
        assertEquals(now - 300, claims.get("iat").asLong());
        assertEquals(now - 300, claims.get("nbf").asLong());
        assertEquals(now + 3600, claims.get("exp").asLong());
        assertEquals("Lamp keeper", claims.get("app_displayname").asText());
        assertEquals(appId, claims.get("appid").asText());
        assertEquals("1", claims.get("appidacr").asText());
        assertEquals("app", claims.get("idtyp").asText());
        assertEquals(principal.id(), claims.get("oid").asText());
        assertEquals(principal.id(), claims.get("sub").asText());
        assertEquals(world.tenant.id(), claims.get("tid").asText());
        assertEquals("1.0", claims.get("ver").asText());
        assertEquals(
                "[\"0997a1d0-0d1d-4acb-b408-d5ca73121e90\"]", claims.get("wids").toString());
        assertEquals(
                Instant.parse("2025-03-01T00:00:00Z").getEpochSecond(),
                claims.get("xms_tcdt").asLong());
        assertEquals(
                List.of("User.Read.All", "Policy.Read.All").size(),
                claims.get("roles").size());
        assertFalse(claims.has("scp"));
    }

    @Test
    void aClientWithoutPermissionsGetsNoRoles() {
        JsonNode claims = claims(post(form("client_id", world.client("Idle"))).statusCode(200));

        assertFalse(claims.has("roles"));
    }

    @Test
    void oidcScopesAndUnknownFieldsDoNotMatter() {
        post(form(
                        "scope", "openid profile " + GRAPH_SCOPE + " offline_access",
                        "client_info", "1",
                        "x-client-SKU", "msal.js.node"))
                .statusCode(200);
    }

    @Test
    void theAudienceIsTheResourceAsAsked() {
        assertEquals("https://graph.microsoft.com/", audience("https://graph.microsoft.com//.default"));
        assertEquals("00000003-0000-0000-c000-000000000000", audience("00000003-0000-0000-c000-000000000000/.default"));
        assertEquals("https://graph.microsoft.us", audience("https://graph.microsoft.us/.default"));
        assertEquals("https://graph.chinacloudapi.cn", audience("https://graph.chinacloudapi.cn/.default"));
    }

    @Test
    void theServersOwnUrlMeansGraph() {
        assertEquals("https://graph.microsoft.com", audience("http://localhost:9999/.default"));
        assertEquals("https://graph.microsoft.com", audience("https://localhost//.default"));
    }

    @Test
    void anotherApplicationOfTheTenantIsAResourceToo() {
        world.write(session -> {
            Entity api = Entity.of("servicePrincipal", Ids.random())
                    .set("appId", Ids.random())
                    .set("displayName", "Tide API");
            api.array("servicePrincipalNames").add("api://tide");
            api.array("appRoles").addObject().put("id", "role-1").put("value", "Tide.Read");
            session.insert(api);
            session.insert(Entity.of("appRoleAssignment", Ids.random())
                    .set("principalId", world.principalOf(appId).id())
                    .set("resourceId", api.id())
                    .set("appRoleId", "role-1"));
        });

        JsonNode claims = claims(post(form("scope", "api://tide/.default")).statusCode(200));

        assertEquals("api://tide", claims.get("aud").asText());
        assertEquals("[\"Tide.Read\"]", claims.get("roles").toString());
    }

    @Test
    void aResourceThatIsSwitchedOffHasNoTokens() {
        world.write(session -> {
            Entity api = Entity.of("servicePrincipal", Ids.random())
                    .set("appId", Ids.random())
                    .set("displayName", "Tide API")
                    .set("accountEnabled", false);
            api.array("servicePrincipalNames").add("api://ebb");
            session.insert(api);
        });

        post(form("scope", "api://ebb/.default"))
                .statusCode(400)
                .body("error", equalTo("invalid_resource"))
                .body("error_codes[0]", equalTo(500014));
    }

    @Test
    void directoryRolesOfTheServicePrincipalStandInTheToken() {
        String role = "fe930be7-5e62-47db-91af-98c3a49a38b1";
        world.write(
                session -> Roles.assign(session, role, world.principalOf(appId).id(), "/"));

        assertEquals("[\"" + role + "\"]", claims(post(form())).get("wids").toString());
    }

    @Test
    void aStarGrantsEveryPermission() {
        JsonNode roles =
                claims(post(form("client_id", world.client("All", "*")))).get("roles");

        assertTrue(roles.size() > 20);
        assertTrue(roles.toString().contains("Policy.ReadWrite.CrossTenantAccess"));
    }

    @Test
    void theCapabilityAskedForIsInTheToken() {
        String request = "{\"access_token\":{\"xms_cc\":{\"values\":[\"CP1\"]}}}";

        assertEquals(
                "[\"CP1\"]", claims(post(form("claims", request))).get("xms_cc").toString());
    }

    @Test
    void v1AnswersNumbersAsStrings() {
        clock.set(Instant.parse("2026-01-05T10:00:00Z"), true);
        long now = Instant.parse("2026-01-05T10:00:00Z").getEpochSecond();

        client().formParam("resource", "https://graph.microsoft.com")
                .post("/" + world.tenant.id() + "/oauth2/token?api-version=1.0")
                .then()
                .statusCode(200)
                .body("expires_in", equalTo("3599"))
                .body("ext_expires_in", equalTo("3599"))
                .body("expires_on", equalTo(Long.toString(now + 3600)))
                .body("not_before", equalTo(Long.toString(now - 300)))
                .body("resource", equalTo("https://graph.microsoft.com"))
                .body("access_token", instanceOf(String.class));
    }

    @Test
    void v1WithoutResourceMeansTheDirectory() {
        client().post("/" + world.tenant.id() + "/oauth2/token")
                .then()
                .statusCode(200)
                .body("resource", equalTo("https://graph.windows.net"));
    }

    @Test
    void scopesThatDoNotFitAreRefused() {
        String text = "Client credential flows must have a scope value with /.default";
        refused(form("scope", "User.Read"), 400, "invalid_scope", 1002012, "scope User.Read is not valid. " + text);
        refused(form("scope", "openid"), 400, "invalid_scope", 1002012, text);
        refused(form("scope", "https://graph.microsoft.com/\"x"), 400, "invalid_scope", 70011, "is not valid.");
        refused(form("scope", GRAPH_SCOPE + " User.Read"), 400, "invalid_scope", 70011, "input parameter 'scope'");
        refused(
                form("scope", GRAPH_SCOPE + " https://management.azure.com//.default"),
                400,
                "invalid_scope",
                28000,
                "more than one resource");
        refused(
                form("scope", "https://nothing.example/.default"),
                400,
                "invalid_resource",
                500011,
                "The resource principal named https://nothing.example was not found in the tenant named "
                        + world.tenant.id() + ".");
        refused(
                form("resource", "https://graph.microsoft.com"),
                400,
                "invalid_request",
                901002,
                "The 'resource' request parameter isn't supported.");
    }

    private String audience(String scope) {
        return claims(post(form("scope", scope)).statusCode(200)).get("aud").asText();
    }
}
