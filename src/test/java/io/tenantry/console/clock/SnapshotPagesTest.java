package io.tenantry.console.clock;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.graph.LoadedScenario;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Snapshots are taken, put back and compared on their pages. */
@QuarkusTest
class SnapshotPagesTest {
    private static final String PAGES = "/_tenantry/console/snapshots";

    @BeforeEach
    @AfterEach
    void world() {
        LoadedScenario.beginDemo(SnapshotPagesTest.class);
        given().delete("/_tenantry/snapshots/page-before");
        given().delete("/_tenantry/snapshots/page-after");
    }

    @Test
    void aSnapshotIsTakenUnderTheNameThatIsGiven() {
        page(PAGES).body(containsString("value=\"/_tenantry/snapshots/{name}\""));
        given().formParam("method", "POST")
                .formParam("url", "/_tenantry/snapshots/{name}")
                .formParam("name", "page-before")
                .post("/_tenantry/console/call")
                .then()
                .statusCode(200)
                .body(containsString("201"));
        page(PAGES).body(containsString("page-before"), containsString(">Restore page-before<"));
        page(PAGES + "/list").body(containsString("Delete page-before"), not(containsString("<html")));
    }

    @Test
    void whatIsDifferentIsShownBeforeAndAfterAndIsHarmless() {
        given().post("/_tenantry/snapshots/page-before").then().statusCode(201);
        String token = given().body("{}")
                .post("/_tenantry/tenants/source/tokens")
                .then()
                .extract()
                .path("access_token");
        given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body("{\"jobTitle\": \"<b>Boss</b>\"}")
                .patch("/v1.0/users/liv.aasen@fernholm.example")
                .then()
                .statusCode(204);
        given().post("/_tenantry/snapshots/page-after").then().statusCode(201);
        page(PAGES + "/changes?from=page-before")
                .body(containsString("Liv Åsen"), containsString("<del>Lead Engineer, Sensors</del>"))
                .body(containsString("<ins>&lt;b&gt;Boss&lt;/b&gt;</ins>"), containsString("to now"));
        page(PAGES + "/changes?from=page-before&to=page-after&type=user&tenant=source")
                .body(containsString("Liv Åsen"), containsString("Show all that is different"));
        page(PAGES + "/changes?from=page-after").body(containsString("Nothing is different"));
    }

    @Test
    void whatCannotBeComparedIsToldInThePage() {
        given().get(PAGES + "/changes?from=never").then().statusCode(404).body(containsString("there is no snapshot"));
        given().get(PAGES + "/changes").then().statusCode(404);
        given().get(PAGES + "/changes?from=a%00b").then().statusCode(400);
    }

    private static ValidatableResponse page(String url) {
        return given().get(url).then().statusCode(200).header("Cache-Control", equalTo("no-store"));
    }
}
