package io.tenantry.control.world;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tenantry.graph.LoadedScenario;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two states of the world beside each other. */
@QuarkusTest
class SnapshotChangesHttpTest {
    private static final String SNAPSHOT = "/_tenantry/snapshots/changes-before";
    private static final String CHANGES = SNAPSHOT + "/changes";

    private String token;

    @BeforeEach
    void world() {
        LoadedScenario.beginDemo(SnapshotChangesHttpTest.class);
        given().post(SNAPSHOT).then().statusCode(201);
        token = given().body("{}")
                .post("/_tenantry/tenants/source/tokens")
                .then()
                .extract()
                .path("access_token");
    }

    @AfterEach
    void away() {
        given().delete(SNAPSHOT).then().statusCode(204);
    }

    @Test
    void nothingIsDifferentBeforeAnythingWasDone() {
        get(CHANGES)
                .body("value", hasSize(0))
                .body("counts", hasSize(0))
                .body("nextLink", nullValue())
                .body("to", nullValue());
    }

    @Test
    void aChangedPropertyIsShownBeforeAndAfter() {
        String id = user();
        graph().body("{\"jobTitle\": \"Lead <b>\", \"passwordProfile\": {\"password\": \"New-Pass-9!\"}}")
                .patch("/v1.0/users/" + id)
                .then()
                .statusCode(204);
        get(CHANGES + "?type=user&tenant=source")
                .body("value", hasSize(1))
                .body("value[0].id", equalTo(id))
                .body("value[0].change", equalTo("changed"))
                .body("value[0].properties.find { it.name == 'jobTitle' }.after", equalTo("Lead <b>"))
                .body("counts[0].changed", equalTo(1))
                .body("counts[0].type", equalTo("user"));
    }

    @Test
    void nobodySeesASecretInADifference() {
        String id = user();
        graph().body("{\"passwordProfile\": {\"password\": \"Fjord-11-Ferry!\"}}")
                .patch("/v1.0/users/" + id)
                .then()
                .statusCode(204);
        String application = graph().body("{\"displayName\": \"Secretive\"}")
                .post("/v1.0/applications")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        given().post("/_tenantry/snapshots/changes-between").then().statusCode(201);
        String secret = graph().body("{}")
                .post("/v1.0/applications/" + application + "/addPassword")
                .then()
                .statusCode(200)
                .extract()
                .path("secretText");
        String all = get(CHANGES).extract().asString()
                + get("/_tenantry/snapshots/changes-between/changes").extract().asString();
        given().delete("/_tenantry/snapshots/changes-between");
        assertEquals(
                false,
                all.contains(secret)
                        || all.contains("Fjord-11")
                        || all.contains("$2a$")
                        || all.toLowerCase().contains("hash"),
                all);
        assertEquals(true, all.contains("passwordCredentials"), all);
    }

    @Test
    void whoCameAndWentIsToldWithTheReferences() {
        String id = user();
        String group = graph().body(
                        "{\"displayName\": \"New\", \"mailNickname\": \"new\", \"mailEnabled\": false, \"securityEnabled\": true}")
                .post("/v1.0/groups")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        graph().body("{\"@odata.id\": \"https://graph.microsoft.com/v1.0/directoryObjects/" + id + "\"}")
                .post("/v1.0/groups/" + group + "/members/$ref")
                .then()
                .statusCode(204);
        get(CHANGES + "?type=group")
                .body("value[0].change", equalTo("added"))
                .body("value[0].displayName", equalTo("New"));
        get(CHANGES + "?type=member")
                .body("value", hasSize(1))
                .body("value[0].displayName", equalTo("New"))
                .body("value[0].target.id", equalTo(id));
    }

    @Test
    void pagesFollowEachOther() {
        for (int i = 0; i < 5; i++) {
            graph().body("{\"displayName\": \"G" + i + "\", \"mailNickname\": \"g" + i
                            + "\", \"mailEnabled\": false, \"securityEnabled\": true}")
                    .post("/v1.0/groups")
                    .then()
                    .statusCode(201);
        }
        List<String> names = new ArrayList<>();
        String next = CHANGES + "?type=group&tenant=source&$top=2";
        while (next != null) {
            ValidatableResponse page = get(next);
            names.addAll(page.extract().path("value.displayName"));
            next = page.extract().path("nextLink");
        }
        assertEquals(5, names.stream().distinct().count());
        assertEquals(5, names.size());
    }

    @ParameterizedTest
    @CsvSource({
        "changes-before, ?$top=0, 400",
        "changes-before, ?$top=501, 400",
        "changes-before, ?$top=x, 400",
        "changes-before, ?$skiptoken=!, 400",
        "changes-before, ?$skiptoken=AAAA, 400",
        "changes-before, ?$skiptoken=AAoKCg, 400",
        "changes-before, ?type=user2, 400",
        "changes-before, ?tenant=nosuch, 404",
        "changes-before, ?to=nosuch, 404",
        "changes-before, ?to=_scenario, 400",
        "nosuch, '', 404",
        "_x, '', 400"
    })
    void whatCannotBeComparedIsRefused(String name, String query, int status) {
        given().urlEncodingEnabled(false)
                .get("/_tenantry/snapshots/" + name + "/changes" + query)
                .then()
                .statusCode(status)
                .body("error.message", not(equalTo("")));
    }

    private String user() {
        return graph().get("/v1.0/users/liv.aasen@fernholm.example")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    private RequestSpecification graph() {
        return given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + token)
                .contentType("application/json");
    }

    private static ValidatableResponse get(String url) {
        return given().urlEncodingEnabled(false).get(url).then().statusCode(200);
    }
}
