package io.tenantry.token.grant;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tenantry.format.Ids;
import io.tenantry.store.Entity;
import io.tenantry.token.TokenWorld;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which application asks, and by which secret (token-service.md §7). */
@QuarkusTest
class ClientSecretsTest extends TokenEndpointCases {
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
}
