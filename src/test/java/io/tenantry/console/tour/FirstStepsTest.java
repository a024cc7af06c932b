package io.tenantry.console.tour;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.console.job.JobWorld;
import io.tenantry.graph.LoadedScenario;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tour makes the calls of the how-to, and tells by the API what is done. */
@QuarkusTest
class FirstStepsTest {
    private static final String TOUR = "/_tenantry/console/first-steps";
    private static final int STEPS = 13;
    private static final Pattern FIELD =
            Pattern.compile("<(?:input|textarea)[^>]* name=\"(\\w+)\"(?: value=\"([^\"]*)\"|[^>]*>([^<]*)</textarea>)");

    @BeforeEach
    void demo() {
        LoadedScenario.beginDemo(getClass());
        given().body("{\"frozen\": true}").put("/_tenantry/clock").then().statusCode(200);
    }

    @Test
    void eachStepIsDoneByTheCallThatItShowsAndTheLastLeadsToSomebodyInTheTarget() {
        for (int step = 1; step <= STEPS; step++) {
            assertEquals(step - 1, done(tour("")), "done before step " + step);
            submitted(tour("?step=" + step)).body(not(containsString("answer failed")));
            assertEquals(step, done(tour("")), "done after step " + step);
        }
        tour("").body(containsString("All is set up"), containsString("#EXT#@gullwick.onmicrosoft.com"))
                .body(containsString("/_tenantry/console/tenants/5eed0001-fe12-4000-8000-0000fe120001/users/"))
                .body(containsString("/jobs/Azure2Azure."));
    }

    @Test
    void whatAnotherClientDidIsTicked() {
        String token = given().body("{}")
                .post("/_tenantry/tenants/target/tokens")
                .then()
                .extract()
                .path("access_token");
        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(
                        "{\"tenantId\": \"5eed0001-fe12-4000-8000-0000fe120001\", \"automaticUserConsentSettings\": {\"inboundAllowed\": true}}")
                .post("/v1.0/policies/crossTenantAccessPolicy/partners")
                .then()
                .statusCode(201);
        ValidatableResponse tour = tour("");
        assertEquals(2, done(tour));
        tour.body(containsString("2. Let its users be synchronized in"));
    }

    @Test
    void aStepWhoseGroundIsMissingSaysWhatComesFirst() {
        tour("?step=8")
                .body(containsString("Create the configuration first."), not(containsString("form class=\"action\"")));
    }

    @Test
    void whatIsLookedAtIsReadAnewWhereItHasComeToLeadElsewhere() {
        String page = tour("?step=8").extract().asString();
        String state =
                page.split("hx-get=\"/_tenantry/console/first-steps/state")[1].split("\"")[0].replace("&amp;", "&");
        given().urlEncodingEnabled(false)
                .get(TOUR + "/state" + state)
                .then()
                .statusCode(200)
                .body(containsString("0 of 13 done"));
        submitted(tour("?step=6"));
        given().urlEncodingEnabled(false)
                .get(TOUR + "/state" + state)
                .then()
                .statusCode(204)
                .header("HX-Refresh", "true");
    }

    @Test
    void itGoesBetweenAnyTwoTenantsAndSaysThatThisIsNotTheDemo() {
        tour("").body(not(containsString("This is not the demo")));
        tour("?source=5eed0002-9011-4000-8000-000090110002")
                .body(containsString("This is not the demo"), containsString("From Gullwick to Fernholm"));
        JobWorld.begin(JobWorld.class);
        JobWorld.start();
        JobWorld.run();
        ValidatableResponse tour = tour("");
        tour.body(containsString("From Alderwood to Birchline"), containsString("Ana &lt;b&gt;Reis"));
    }

    @Test
    void somebodyIsFoundByName() {
        String page = tour("?q=Liv")
                .body(containsString("liv.aasen@fernholm.example"))
                .extract()
                .asString();
        String liv = page.split("<option value=\"")[page.split("Liv Åsen \\(")[0].split("<option value=\"").length - 1]
                .split("\"")[0];
        tour("?person=" + liv).body(containsString("Assign Liv Åsen"));
    }

    @Test
    void itNeedsTwoTenants() {
        LoadedScenario.load(
                "tenants: [{alias: alone, id: 5a1de000-5eed-4a11-8d00-00000000a11d, displayName: Alone, initialDomain: alone.onmicrosoft.com}]");
        tour("").body(containsString("this server has one only"));
    }

    @Test
    void oddInputIsTakenForNone() {
        for (String query : List.of(
                "?step=99",
                "?step=%00",
                "?source=%3Cb%3E&target=x",
                "?person=%27",
                "?q=%22%5C",
                "?person=nobody&q=%00")) {
            ValidatableResponse page =
                    given().urlEncodingEnabled(false).get(TOUR + query).then();
            assertTrue(page.extract().statusCode() < 500, query);
            page.body(not(containsString("Exception")));
        }
    }

    private static ValidatableResponse tour(String query) {
        return given().urlEncodingEnabled(false).get(TOUR + query).then().statusCode(200);
    }

    private static int done(ValidatableResponse tour) {
        String page = tour.extract().asString();
        return Integer.parseInt(page.split(" of 13 done")[0].replaceAll("(?s).*>", ""));
    }

    /** What happens when the form of the page is sent as it stands. */
    private static ValidatableResponse submitted(ValidatableResponse page) {
        String form =
                page.extract().asString().split("<form class=\"action\"")[1].split("</form>")[0];
        Map<String, String> fields = new HashMap<>();
        FIELD.matcher(form)
                .results()
                .forEach(field ->
                        fields.put(field.group(1), text(field.group(2) == null ? field.group(3) : field.group(2))));
        return given().formParams(fields).post("/_tenantry/console/call").then().statusCode(200);
    }

    private static String text(String markup) {
        return markup.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&amp;", "&");
    }
}
