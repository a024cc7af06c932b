package io.tenantry.control.world;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.control.ControlWorld;
import io.tenantry.graph.LoadedScenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reset, and the scenario that it goes back to. */
@QuarkusTest
class WorldHttpTest implements ControlWorld {
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
        scenario(other).statusCode(204).body(emptyString());
        get("/tenants").body("displayName", contains("Alderwood", "Bracken"));
        String token = token("source", "{}");
        createUser(token, "cho").statusCode(201);
        post("/reset").statusCode(204);
        users(token).body("value.displayName", contains("Ana Gomes", "Ben Holt"));
    }

    @Test
    void theScenarioOfTheStartTakesItsPlaceAgain() {
        LoadedScenario.exchanged();
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

    private String firstUsers() {
        return users(token("target", "{}")).extract().asString();
    }
}
