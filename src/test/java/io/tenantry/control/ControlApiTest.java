package io.tenantry.control;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ControlApiTest {
    private static final String ALDER = "5a1de000-5eed-4a11-8d00-00000000a11d";
    private static final String SCENARIO =
            """
            tenants:
              - alias: source
                id: 5a1de000-5eed-4a11-8d00-00000000a11d
                displayName: Alderwood
                initialDomain: alderwood.onmicrosoft.com
                verifiedDomains: [alderwood.example]
                licenses: [{skuPartNumber: AAD_PREMIUM_P2, units: 10}]
                clients:
                  - {appId: 5a1de000-c11e-4c0f-8d00-00000000c0f0, displayName: Scripts, secret: s3cret, permissions: ["*"]}
                users:
                  - {userPrincipalName: ana@alderwood.example, displayName: Ana Reis, mail: ana@alderwood.example}
                  - {userPrincipalName: ben@alderwood.example, displayName: Ben Holt, manager: ana@alderwood.example}
                groups:
                  - {displayName: Dock, members: [ana@alderwood.example]}
                roleAssignments: [{principal: ana@alderwood.example, role: Security Administrator}]
              - alias: target
                id: b12c4000-5eed-4b12-8d00-00000000b12c
                displayName: Birchline
                initialDomain: birchline.onmicrosoft.com
            """;

    @BeforeEach
    void world() {
        scenario(SCENARIO).statusCode(204).body(emptyString());
    }

    @AfterEach
    void realTime() {
        post("/reset").statusCode(204);
    }

    // ---- reset and scenario

    @Test
    void healthIsUpOnceRequestsAreServed() {
        get("/health").statusCode(200).body("status", is("UP"));
    }

    @Test
    void aResetTakesBackWhatWasDoneAndTurnsTheClockBack() {
        String token = token("source", "{}");
        createUser(token, "cho").statusCode(201);
        put("/clock", "{\"now\":\"2030-01-01T00:00:00Z\",\"frozen\":true}").statusCode(200);
        post("/reset").statusCode(204).body(emptyString());
        users(token).body("value.userPrincipalName", contains("ana@alderwood.example", "ben@alderwood.example"));
        get("/clock").body("frozen", is(false)).body("now", not(containsString("2030")));
        createUser(token, "cho").statusCode(201);
    }

    @Test
    void aTokenOutlivesAReset() {
        String delegated = token("source", "{\"type\":\"delegated\",\"directoryRoles\":[\"Global Administrator\"]}");
        post("/reset");
        users(delegated).statusCode(200);
    }

    @Test
    void anotherScenarioTakesThePlaceOfTheFirstAndIsWhatAResetGoesBackTo() {
        String other = SCENARIO.replace("Ana Reis", "Ana Gomes").replace("Birchline", "Bracken");
        scenario(other).statusCode(204);
        get("/tenants").body("displayName", contains("Alderwood", "Bracken"));
        String token = token("source", "{}");
        createUser(token, "cho").statusCode(201);
        post("/reset").statusCode(204);
        users(token).body("value.displayName", contains("Ana Gomes", "Ben Holt"));
    }

    @Test
    void theScenarioOfTheStartTakesItsPlaceAgain() {
        given().delete("/_tenantry/scenario").then().statusCode(204);
        get("/tenants").body("displayName", contains("Fernholm", "Gullwick"));
        post("/reset").statusCode(204);
        get("/tenants").body("displayName", contains("Fernholm", "Gullwick"));
    }

    @Test
    void aScenarioThatDoesNotFitIsNamedByPlaceAndChangesNothing() {
        createUser(token("source", "{}"), "cho").statusCode(201);
        scenario(SCENARIO.replace("manager: ana@", "manager: nobody@"))
                .statusCode(400)
                .body("error.place", is("tenants[0].users[1].manager"))
                .body("error.line", is(12))
                .body("error.message", containsString("nobody@alderwood.example"))
                .body("error.mistakes", hasSize(1));
        users(token("source", "{}")).body("value", hasSize(3));
    }

    @Test
    void propertiesOfUsersAreCheckedAgainstTheEdm() {
        scenario(SCENARIO.replace(
                        "displayName: Ben Holt", "displayName: Ben Holt, shoeSize: 40, accountEnabled: maybe"))
                .statusCode(400)
                .body(
                        "error.mistakes.place",
                        contains("tenants[0].users[1].shoeSize", "tenants[0].users[1].accountEnabled"));
    }

    @Test
    void everyPropertyOfTheScenarioIsServed() {
        scenario(
                        SCENARIO.replace(
                                "displayName: Ben Holt",
                                "displayName: Ben Holt, id: 0badc0de-0bad-4bad-8bad-0badc0de0bad, jobTitle: Docker,"
                                        + " createdDateTime: '2019-03-04T09:15:00+01:00', country: NO, onPremisesExtensionAttributes: {extensionAttribute1: North}"))
                .statusCode(204);
        given().header("Authorization", "Bearer " + token("source", "{}"))
                .get("/v1.0/users/0badc0de-0bad-4bad-8bad-0badc0de0bad"
                        + "?$select=jobTitle,country,createdDateTime,onPremisesExtensionAttributes&$expand=manager")
                .then()
                .statusCode(200)
                .body("jobTitle", is("Docker"))
                .body("country", is("NO"))
                .body("createdDateTime", is("2019-03-04T08:15:00Z"))
                .body("onPremisesExtensionAttributes.extensionAttribute1", is("North"))
                .body("manager.displayName", is("Ana Reis"));
    }

    @Test
    void generatedPeopleAreThereAndTheSameAfterLoadingAgain() {
        String generating = SCENARIO + "    generate: {users: 1200, groups: 5, seed: 42}\n";
        scenario(generating).statusCode(204);
        String first = firstUsers();
        scenario(SCENARIO).statusCode(204);
        assertNotEquals(first, firstUsers());
        scenario(generating).statusCode(204);
        assertEquals(first, firstUsers());
        given().header("Authorization", "Bearer " + token("target", "{}"))
                .header("ConsistencyLevel", "eventual")
                .get("/v1.0/users/$count")
                .then()
                .statusCode(200)
                .body(equalTo("1200"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "[1,2]", "{\"tenants\":[", "tenants: *x", "{\"tenants\":null}", "\u0000"})
    void whateverIsNoScenarioIsRefused(String body) {
        scenario(body).statusCode(400).body("error.message", not(emptyString()));
        get("/tenants").body("alias", contains("source", "target"));
    }

    @Test
    void tenThousandBracketsAreRefused() {
        scenario("{\"tenants\":" + "[".repeat(10_000)).statusCode(400);
        send("/clock/advance", "[".repeat(10_000)).statusCode(400);
    }

    // ---- tenants

    @Test
    void tenantsAreListedWithTheirDomains() {
        get("/tenants")
                .statusCode(200)
                .body("id", hasItem(ALDER))
                .body("[0].initialDomain", is("alderwood.onmicrosoft.com"))
                .body("[0].verifiedDomains", contains("alderwood.example"))
                .body("[1].cloud", is("global"));
    }

    @Test
    void aTenantAddedWhileRunningServesAtOnceUntilTheNextReset() {
        String tenant =
                """
                {"alias": "third", "id": "CEDA2000-5eed-4ced-8d00-00000000ceda", "displayName": "Cedarhall",
                 "initialDomain": "cedarhall.onmicrosoft.com",
                 "users": [{"userPrincipalName": "uma@cedarhall.onmicrosoft.com", "displayName": "Uma"}]}""";
        send("/tenants", tenant).statusCode(201).body("id", is("ceda2000-5eed-4ced-8d00-00000000ceda"));
        users(token("third", "{}")).body("value.displayName", contains("Uma"));
        send("/tenants", tenant).statusCode(400).body("error.mistakes.place", hasItems("alias", "id", "initialDomain"));
        post("/reset");
        get("/tenants").body("alias", contains("source", "target"));
    }

    // ---- tokens

    @Test
    void anAppTokenHoldsTheScopesAskedForAndNoOthers() {
        String token = token("source", "{\"type\":\"app\",\"scopes\":[\"User.Read.All\"]}");
        users(token).statusCode(200);
        createUser(token, "cho").statusCode(403);
    }

    @Test
    void aTokenIsIssuedByAliasIdOrDomain() {
        for (String name : new String[] {"source", ALDER, ALDER.toUpperCase(), "alderwood.example"}) {
            users(token(name, "")).statusCode(200);
        }
        send("/tenants/nowhere/tokens", "{}").statusCode(404).body("error.message", containsString("nowhere"));
    }

    @Test
    void aDelegatedTokenOfAUserSaysWhoThatIs() {
        String token = token(
                "source", "{\"type\":\"delegated\",\"user\":\"ana@alderwood.example\",\"scopes\":[\"User.Read\"]}");
        given().header("Authorization", "Bearer " + token)
                .get("/v1.0/me")
                .then()
                .statusCode(200)
                .body("displayName", is("Ana Reis"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'robot'} | type",
                "{'scopes':'User.Read'} | scopes",
                "{'scopes':[5]} | scopes[0]",
                "{'type':'delegated','directoryRoles':['Harbour Master']} | directoryRoles[0]",
                "{'type':'delegated','user':'nobody@alderwood.example'} | user",
                "{'type':'app','user':'ana@alderwood.example'} | user",
                "{'colour':'red'} | colour"
            })
    void badTokenRequestsNameTheMember(String body, String place) {
        send("/tenants/source/tokens", body.replace('\'', '"')).statusCode(400).body("error.place", is(place));
    }

    // ---- clock

    @Test
    void theClockStandsStillWhileFrozenAndMovesByAdvance() {
        put("/clock", "{\"now\":\"2031-01-31T08:00:00Z\",\"frozen\":true}")
                .statusCode(200)
                .body("now", is("2031-01-31T08:00:00Z"))
                .body("frozen", is(true));
        send("/clock/advance", "{\"by\":\"PT40M\"}").statusCode(200).body("now", is("2031-01-31T08:40:00Z"));
        send("/clock/advance", "{\"by\":\"P29D\"}").body("now", is("2031-03-01T08:40:00Z"));
        send("/clock/advance", "{\"by\":\"P1M1DT0.5S\"}").body("now", is("2031-04-02T08:40:00.5Z"));
        get("/clock").body("now", is("2031-04-02T08:40:00.5Z")).body("frozen", is(true));
    }

    @Test
    void timeGoesToAMomentAndNotBack() {
        put("/clock", "{\"now\":\"2031-01-31T08:00:00Z\",\"frozen\":true}");
        send("/clock/advance", "{\"to\":\"2031-01-31T09:30:00+01:00\"}")
                .statusCode(200)
                .body("now", is("2031-01-31T08:30:00Z"))
                .body("ran", hasSize(0));
        send("/clock/advance", "{\"to\":\"2031-01-31T08:29:59Z\"}")
                .statusCode(400)
                .body("error.place", is("to"));
        get("/clock").body("now", is("2031-01-31T08:30:00Z"));
    }

    @Test
    void withoutAStartedJobThereIsNoNextCycle() {
        get("/clock").body("nextRun", is((String) null));
        send("/clock/advance", "{\"to\":\"nextRun\"}").statusCode(409).body("error.place", is("to"));
    }

    @Test
    void aRunningClockGoesOnFromWhereItIsSet() {
        Instant set = Instant.parse("2031-01-31T08:00:00Z");
        put("/clock", "{\"now\":\"2031-01-31T08:00:00Z\",\"frozen\":false}").statusCode(200);
        Instant later = Instant.parse(get("/clock").extract().path("now"));
        assertEquals(true, Duration.between(set, later).compareTo(Duration.ofMinutes(1)) < 0 && !later.isBefore(set));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'by':'40 minutes'}",
                "{'by':'-PT1M'}",
                "{'by':'PT-1M'}",
                "{'by':5}",
                "{'by':'P'}",
                "{'by':'P900Y'}",
                "{'by':'P99999999999D'}",
                "{'by':''}",
                "not json",
                "[]",
                "{'by':'PT40M','at':1}",
                "{'by':'PT40M','to':'nextRun'}",
                "{'to':'tomorrow'}"
            })
    void spansThatAreNoneAreRefused(String body) {
        String before = get("/clock").extract().path("frozen").toString();
        send("/clock/advance", body.replace('\'', '"')).statusCode(400).body("error.message", not(emptyString()));
        assertEquals(before, get("/clock").extract().path("frozen").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'now':'yesterday'}", "{'now':'+999999-01-01T00:00:00Z'}", "{'now':7}", "{'frozen':'yes'}"})
    void instantsThatAreNoneAreRefused(String body) {
        put("/clock", body.replace('\'', '"')).statusCode(400);
    }

    // ---- snapshots

    @Test
    void aSnapshotIsRestoredWithItsTime() {
        String token = token("source", "{}");
        createUser(token, "cho").statusCode(201);
        put("/clock", "{\"now\":\"2031-01-31T08:00:00Z\",\"frozen\":true}");
        post("/snapshots/with-cho").statusCode(201).body("name", is("with-cho"));
        post("/reset");
        users(token).body("value", hasSize(2));
        post("/snapshots/with-cho/restore").statusCode(204);
        get("/clock").body("now", is("2031-01-31T08:00:00Z")).body("frozen", is(true));
        users(token("source", "{}")).body("value", hasSize(3));
        get("/snapshots").body("name", hasItem("with-cho"));
        delete("/snapshots/with-cho").statusCode(204);
        delete("/snapshots/with-cho").statusCode(404);
        post("/snapshots/with-cho/restore").statusCode(404);
        get("/snapshots").body("name", not(hasItem("with-cho")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"_scenario", "..", "a b", "%2e%2e%2fstore", "ä"})
    void namesOfSnapshotsArePlain(String name) {
        given().urlEncodingEnabled(!name.contains("%"))
                .post("/_tenantry/snapshots/" + name)
                .then()
                .statusCode(greaterThanOrEqualTo(400))
                .statusCode(not(500));
    }

    // ---- the edges

    @ParameterizedTest
    @CsvSource({
        "POST, /tenants/source/jobs/x/plan, 404",
        "GET, /nowhere, 404",
        "POST, /tenants/source/jobs/nosuchjob/run, 404",
        "POST, /tenants/nowhere/jobs/x/run, 404",
        "POST, /tenants/source/clock, 404",
        "DELETE, /clock, 405",
        "PATCH, /reset, 405",
        "POST, /faults, 405",
        "PUT, /requests, 405"
    })
    void whatIsNotThereIsToldInJson(String method, String path, int status) {
        given().request(method, "/_tenantry" + path)
                .then()
                .statusCode(status)
                .contentType("application/json")
                .body("error.message", not(emptyString()));
    }

    @Test
    void aPageOfAnotherOriginIsRefusedAndTheServersOwnIsNot() {
        given().header("Origin", "https://evil.example")
                .post("/_tenantry/reset")
                .then()
                .statusCode(403);
        given().header("Origin", "null").post("/_tenantry/reset").then().statusCode(403);
        given().header("Host", "evil.example:8365")
                .get("/_tenantry/tenants")
                .then()
                .statusCode(403);
        given().header("Origin", "http://localhost:8365")
                .header("Host", "localhost:8365")
                .get("/_tenantry/tenants")
                .then()
                .statusCode(200);
    }

    @Test
    void aBodyOfThirtyMegabytesIsAnsweredWithAnError() {
        String large = "{\"tenants\": [\"" + "x".repeat(30 << 20) + "\"]}";
        scenario(large).statusCode(400);
        send("/clock/advance", large).statusCode(413).body("error.message", not(emptyString()));
    }

    private static String firstUsers() {
        return users(token("target", "{}")).extract().asString();
    }

    private static ValidatableResponse users(String token) {
        return given().header("Authorization", "Bearer " + token)
                .get("/v1.0/users?$orderby=displayName&$select=id,displayName,userPrincipalName")
                .then();
    }

    private static ValidatableResponse createUser(String token, String name) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(
                        """
                        {"displayName": "NAME", "mailNickname": "NAME", "userPrincipalName": "NAME@alderwood.example",
                         "accountEnabled": true, "passwordProfile": {"password": "Kelp-4-Harbour!"}}"""
                                .replace("NAME", name))
                .post("/v1.0/users")
                .then();
    }

    private static String token(String tenant, String body) {
        return send("/tenants/" + tenant + "/tokens", body)
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    private static ValidatableResponse scenario(String body) {
        return given().contentType("application/yaml")
                .body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .put("/_tenantry/scenario")
                .then();
    }

    private static ValidatableResponse send(String path, String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/_tenantry" + path)
                .then();
    }

    private static ValidatableResponse put(String path, String body) {
        return given().contentType("application/json")
                .body(body)
                .put("/_tenantry" + path)
                .then();
    }

    private static ValidatableResponse post(String path) {
        return given().post("/_tenantry" + path).then();
    }

    private static ValidatableResponse get(String path) {
        return given().get("/_tenantry" + path).then();
    }

    private static ValidatableResponse delete(String path) {
        return given().delete("/_tenantry" + path).then();
    }
}
