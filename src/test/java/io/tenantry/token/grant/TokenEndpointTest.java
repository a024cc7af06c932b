package io.tenantry.token.grant;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tenantry.directory.role.Roles;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.store.Store;
import io.tenantry.time.VirtualClock;
import io.tenantry.token.TokenWorld;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TokenEndpointTest {
    private static final String GRAPH_SCOPE = "https://graph.microsoft.com/.default";

    @Inject
    Store store;

    @Inject
    VirtualClock clock;

    private TokenWorld world;
    private String appId;

    @BeforeEach
    void aTenantWithAClient() {
        world = TokenWorld.tenant(store, "Harborlight");
        appId = world.client("Lamp keeper", "User.Read.All", "Policy.Read.All");
    }

    @AfterEach
    void theClockRuns() {
        clock.reset();
    }

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
    void theTenantCanBeNamedByDomainInAnyCase() {
        String path = "/" + world.domain().toUpperCase() + "/OAuth2/V2.0/Token";

        assertEquals(
                world.tenant.id(),
                claims(form().post(path).then().statusCode(200)).get("tid").asText());
    }

    @Test
    void anApplicationOfferedToAllSignsInElsewhereWithItsOwnSecret() {
        TokenWorld elsewhere = TokenWorld.tenant(store, "Birchline");
        Entity application =
                Entity.of("application", Ids.random()).set("appId", appId).set("signInAudience", "AzureADMultipleOrgs");
        world.write(session -> session.insert(application));
        Entity principal = elsewhere.principal(appId, "Lamp keeper");
        elsewhere.write(session -> session.update(session.find("servicePrincipal", principal.id())
                .orElseThrow()
                .set("appOwnerOrganizationId", world.tenant.id())));
        String path = "/" + elsewhere.tenant.id() + "/oauth2/v2.0/token";

        assertEquals(
                principal.id(),
                claims(form().post(path).then().statusCode(200)).get("oid").asText());

        world.write(session -> session.update(
                session.find("application", application.id()).orElseThrow().set("signInAudience", "AzureADMyOrg")));
        form().post(path).then().statusCode(401).body("error_codes", contains(7000215));
    }

    @Test
    void httpBasicCarriesFormEncodedValues() {
        String pair = appId + ":" + TokenWorld.SECRET.replace("~", "%7E");
        String header = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes());

        given().header("Authorization", header)
                .formParam("grant_type", "client_credentials")
                .formParam("scope", GRAPH_SCOPE)
                .post(path())
                .then()
                .statusCode(200);
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
    void anErrorHasTheFormOfEntra() {
        clock.set(Instant.parse("2026-01-05T10:11:12Z"), true);
        String correlation = "7d2f8a52-4c1e-4a3b-9f64-0a1b2c3d4e5f";

        given().header("client-request-id", correlation)
                .header("return-client-request-id", "true")
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", appId)
                .formParam("client_secret", "wrong")
                .formParam("scope", GRAPH_SCOPE)
                .post(path())
                .then()
                .statusCode(401)
                .header("client-request-id", correlation)
                .header("Cache-Control", "no-store, no-cache")
                .body("error", equalTo("invalid_client"))
                .body(
                        "error_description",
                        matchesPattern(
                                "AADSTS7000215: Invalid client secret provided\\. Ensure the secret being sent in the"
                                        + " request is the client secret value, not the client secret ID, for a secret added to app '"
                                        + appId + "'\\. Trace ID: [0-9a-f-]{36} Correlation ID: " + correlation
                                        + " Timestamp: 2026-01-05 10:11:12Z"))
                .body("error_codes", contains(7000215))
                .body("timestamp", equalTo("2026-01-05 10:11:12Z"))
                .body("trace_id", matchesPattern("[0-9a-f-]{36}"))
                .body("correlation_id", equalTo(correlation))
                .body("error_uri", equalTo("https://login.microsoftonline.com/error?code=7000215"));
    }

    @Test
    void theCorrelationIdOfMsalNodeStandsInTheQuery() {
        String correlation = "7d2f8a52-4c1e-4a3b-9f64-0a1b2c3d4e5f";

        given().post(path() + "?client-request-id=" + correlation).then().body("correlation_id", equalTo(correlation));
    }

    @Test
    void missingParametersAreNamed() {
        refused(given().formParam("client_id", appId), 400, "invalid_request", 900144, "'grant_type'");
        refused(
                given().formParam("grant_type", "client_credentials").formParam("scope", GRAPH_SCOPE),
                400,
                "invalid_request",
                900144,
                "'client_id'");
        refused(client(), 400, "invalid_request", 900144, "'scope'");
        refused(
                given().contentType("application/json").body("{\"grant_type\":\"client_credentials\"}"),
                400,
                "invalid_request",
                900144,
                "'grant_type'");
    }

    @Test
    void aBodyThatIsNoFormIsMalformed() {
        refused(
                given().contentType("application/x-www-form-urlencoded").body("grant_type=%zz"),
                400,
                "invalid_request",
                9002313,
                "malformed or invalid");
    }

    @Test
    void otherGrantsAreUnsupported() {
        refused(
                form("grant_type", "magic"),
                400,
                "unsupported_grant_type",
                70003,
                "The app requested an unsupported grant type 'magic'.");
    }

    @Test
    void onlyNumbersWithAPageNameOne() {
        post(form("grant_type", "magic")).body("$", not(hasKey("error_uri")));
        post(form("client_id", "lamp")).body("$", not(hasKey("error_uri")));
        post(form("scope", "https://nothing.example/.default")).body("error_uri", endsWith("?code=500011"));
    }

    @Test
    void onlyPostIsAccepted() {
        given().get(path())
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_request"))
                .body("error_codes", contains(900561))
                .body(
                        "error_description",
                        startsWith(
                                "AADSTS900561: The endpoint only accepts POST, OPTIONS requests. Received a GET request. Trace"));
    }

    @Test
    void otherVerbsAreNamed() {
        for (String verb : new String[] {"PUT", "DELETE", "PATCH"}) {
            given().request(verb, path())
                    .then()
                    .statusCode(400)
                    .body("error_codes", contains(900561))
                    .body("error_description", containsString("Received a " + verb + " request."));
        }
    }

    @Test
    void webPagesMayAskFromAnywhere() {
        given().header("Origin", "https://page.example")
                .header("Access-Control-Request-Method", "POST")
                .options(path())
                .then()
                .statusCode(200)
                .header("Allow", "POST, OPTIONS")
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Methods", "POST, OPTIONS")
                .header("Access-Control-Allow-Headers", "*");
        post(form().header("Origin", "https://page.example"))
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*");
        post(form("client_secret", "wrong").header("Origin", "https://page.example"))
                .statusCode(401)
                .header("Access-Control-Allow-Origin", "*");
    }

    @Test
    void nothingIsServedBehindTheEndpoint() {
        given().get(path() + "/more").then().statusCode(404).body("error.message", instanceOf(String.class));
        form().post(path() + "/more").then().statusCode(404).body("error.message", instanceOf(String.class));
        form().post(path() + "/").then().statusCode(200);
    }

    @Test
    void aSemicolonIsACharacterOfTheTenantsName() {
        refusedAt(
                "/" + world.tenant.id() + ";x=y",
                900023,
                "Specified tenant identifier '" + world.tenant.id() + ";x=y'");
        form().post("/" + world.tenant.id() + "/oauth2;x/v2.0/token").then().statusCode(404);
    }

    @Test
    void fieldsHaveNoCaseAndTheFirstCounts() {
        given().formParam("GRANT_TYPE", "client_credentials", "magic")
                .formParam("Client_Id", appId)
                .formParam("client_secret", TokenWorld.SECRET)
                .formParam("scope", GRAPH_SCOPE)
                .post(path())
                .then()
                .statusCode(200);
    }

    @Test
    void whatTheFormSaysCountsMoreThanTheHeader() {
        String pair = Base64.getEncoder().encodeToString((appId + ":wrong").getBytes());
        post(form().header("Authorization", "Basic " + pair)).statusCode(200);
        refused(
                form("client_secret", null).header("Authorization", "Basic " + pair),
                401,
                "invalid_client",
                7000215,
                "Invalid client secret provided.");
        refused(form().header("Authorization", "Basic !"), 400, "invalid_request", 9002313, "malformed");
    }

    @Test
    void anUnknownTenantIsNotFound() {
        String unknown = "0badc0de-0bad-4bad-8bad-0badc0de0bad";
        refusedAt("/" + unknown, 90002, "Tenant '" + unknown + "' not found.");
        refusedAt("/nowhere.example", 90002, "Tenant 'nowhere.example' not found.");
        refusedAt("/nowhere", 900023, "Specified tenant identifier 'nowhere' is neither a valid DNS name");
    }

    @Test
    void aLongTenantNameIsNoDnsName() {
        for (String name :
                new String[] {"a.".repeat(3500) + "a", "a-".repeat(3500), "a".repeat(7000), "a.a".repeat(2300)}) {
            refusedAt("/" + name, 900023, "Specified tenant identifier 'a");
        }
    }

    @Test
    void anApplicationBelongsToOneTenant() {
        refusedAt("/common", 9001023, "not supported over the /common or /consumers endpoints");
        refusedAt("/consumers", 9001023, "not supported over the /common or /consumers endpoints");
        refusedAt("/organizations", 90019, "No tenant-identifying information found");
    }

    @Test
    void anUnknownApplicationIsNotFoundInTheDirectory() {
        String unknown = Ids.random();
        refused(
                form("client_id", unknown),
                400,
                "unauthorized_client",
                700016,
                "Application with identifier '" + unknown + "' was not found in the directory 'Harborlight'.");
        refused(
                form("client_id", "lamp"),
                400,
                "unauthorized_client",
                700038,
                "lamp is not a valid application identifier.");
        String zeros = "00000000-0000-0000-0000-000000000000";
        refused(
                form("client_id", zeros),
                400,
                "unauthorized_client",
                700038,
                zeros + " is not a valid application identifier.");
    }

    @Test
    void aDisabledServicePrincipalGetsNoToken() {
        world.write(session -> session.update(world.principalOf(appId).set("accountEnabled", false)));

        refused(form(), 400, "unauthorized_client", 7000112, "Application '" + appId + "'(Lamp keeper) is disabled.");
    }

    @Test
    void aClientWithoutCredentialIsRefused() {
        RequestSpecification bare = given().formParam("grant_type", "client_credentials")
                .formParam("client_id", appId)
                .formParam("scope", GRAPH_SCOPE);

        refused(bare, 401, "invalid_client", 7000216, "is required for the 'client_credentials' grant type.");
    }

    @Test
    void anExpiredSecretSaysSo() {
        String expiring = Ids.random();
        world.principal(expiring, "Expiring");
        Instant end = clock.now().minusSeconds(1);
        world.secret(expiring, Ids.random(), "once", null, end);

        refused(
                form("client_id", expiring, "client_secret", "once"),
                401,
                "invalid_client",
                7000222,
                "The provided client secret keys for app '" + expiring + "' are expired.");
    }

    @Test
    void aSecretWorksUntilItIsRemoved() {
        String keyId = Ids.random();
        world.secret(appId, keyId, "second", null, null);
        post(form("client_secret", "second")).statusCode(200);

        world.forget(appId, keyId);

        post(form("client_secret", "second")).statusCode(401);
        post(form()).statusCode(200);
    }

    @Test
    void aSecretThatHasNotBegunIsWrong() {
        Instant tomorrow = clock.now().plusSeconds(86_400);
        world.secret(appId, Ids.random(), "early", tomorrow, null);

        post(form("client_secret", "early")).statusCode(401).body("error_codes", contains(7000215));
    }

    @Test
    void anApplicationMadeThroughGraphSignsInWithItsPassword() {
        String graph = graphToken();
        String made = graphPost(graph, "/applications", Map.of("displayName", "Beacon"))
                .extract()
                .path("id");
        String madeAppId =
                given().auth().oauth2(graph).get("/v1.0/applications/" + made).path("appId");
        graphPost(graph, "/servicePrincipals", Map.of("appId", madeAppId));
        ValidatableResponse password = graphPost(graph, "/applications/" + made + "/addPassword", Map.of());
        String secret = password.extract().path("secretText");
        String keyId = password.extract().path("keyId");
        post(form("client_id", madeAppId, "client_secret", secret)).statusCode(200);

        graphPost(graph, "/applications/" + made + "/removePassword", Map.of("keyId", keyId));

        post(form("client_id", madeAppId, "client_secret", secret)).statusCode(401);
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

    private String graphToken() {
        return post(form("client_id", world.client("Everything", "*")))
                .extract()
                .path("access_token");
    }

    private static ValidatableResponse graphPost(String token, String path, Map<String, String> body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/v1.0" + path)
                .then()
                .statusCode(lessThan(300));
    }

    private String audience(String scope) {
        return claims(post(form("scope", scope)).statusCode(200)).get("aud").asText();
    }

    private void refused(RequestSpecification request, int status, String error, int number, String text) {
        post(request)
                .statusCode(status)
                .body("error", equalTo(error))
                .body("error_codes", hasItem(number))
                .body("error_description", allOf(startsWith("AADSTS" + number + ": "), containsString(text)));
    }

    private void refusedAt(String tenantPath, int number, String text) {
        form().post(tenantPath + "/oauth2/v2.0/token")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_request"))
                .body("error_codes", containsInAnyOrder(number))
                .body("error_description", containsString(text));
    }

    /** A request that succeeds, without scope. */
    private RequestSpecification client() {
        return form("scope", null);
    }

    /** A request that succeeds, but for the fields given: name and value by turns, null to leave one out. */
    /** Azure Identity for Java asks for a device code like this. */
    @Test
    void aBodyThatDoesNotSayWhatItIsIsAForm() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path()))
                .POST(HttpRequest.BodyPublishers.ofString(
                        "client_id=" + appId + "&grant_type=client_credentials&client_secret=" + TokenWorld.SECRET
                                + "&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default"))
                .build();
        assertTrue(request.headers().firstValue("Content-Type").isEmpty());
        assertEquals(
                200,
                HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode());
    }

    private RequestSpecification form(String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "client_credentials");
        fields.put("client_id", appId);
        fields.put("client_secret", TokenWorld.SECRET);
        fields.put("scope", GRAPH_SCOPE);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        fields.values().removeIf(value -> value == null);
        return given().formParams(fields);
    }

    private ValidatableResponse post(RequestSpecification request) {
        return request.post(path()).then();
    }

    private String path() {
        return "/" + world.tenant.id() + "/oauth2/v2.0/token";
    }

    private static ObjectNode claims(ValidatableResponse response) {
        String token = response.extract().path("access_token");
        return Json.parseObject(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1])));
    }
}
