package io.tenantry.console.map;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.tenantry.console.job.JobWorld;
import io.tenantry.graph.LoadedScenario;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the map shows of tenants, relations and jobs, in its tables: the picture is drawn from these. */
@QuarkusTest
class MapTest {
    private static final String MAP = "/_tenantry/console";

    @Test
    void aTenantShowsItsPeopleAndThoseFromElsewhere() {
        begin(tenants(1));
        assertEquals(List.of("Tenant 0", "t0", "usgov", "3", "1", id(0)), row("tenant", 0));
        map().body(containsString("data-cloud=\"usgov\""));
    }

    @Test
    void aRelationShowsWhatIsOpenInEachDirectionAndWhatSaysSo() {
        JobWorld.begin(getClass());
        assertEquals(
                List.of(
                        "Alderwood",
                        "Birchline",
                        "open",
                        "open (partner)",
                        "open (partner)",
                        "open (partner)",
                        "closed (partner)"),
                row("relation", 0));
        assertEquals(
                List.of(
                        "Birchline",
                        "Alderwood",
                        "closed",
                        "closed (default)",
                        "closed (default)",
                        "closed (no policy)",
                        "closed (no policy)"),
                row("relation", 1));
    }

    @Test
    void aJobShowsItsStateItsCyclesAndWhatCameOfTheLast() {
        JobWorld.begin(getClass());
        assertEquals(
                List.of(
                        "To Birchline",
                        "Alderwood",
                        "Birchline",
                        "Not started",
                        "never",
                        "none",
                        "0",
                        "0",
                        "0",
                        "0",
                        "0"),
                row("job", 0));
        JobWorld.start();
        JobWorld.run();
        List<String> job = row("job", 0);
        assertEquals("Active", job.get(3));
        assertEquals(List.of("2", "0", "0", "0", "2"), job.subList(6, 11), "created, updated, removed, failed, linked");
        map().body(containsString(JobWorld.PAGE), containsString("2 created, 0 updated, 0 failed"));
    }

    @Test
    void aTargetThatIsNotHereIsNamedByItsId() {
        String elsewhere = "0badc0de-0bad-4bad-8bad-0badc0de0bad";
        begin(tenants(2) + "    synchronizationJobs: [{displayName: Far, secrets: [{key: CompanyId, value: " + elsewhere
                + "}]}," + " {displayName: Nowhere}]\n");
        assertEquals("not here: " + elsewhere, row("job", 0).get(2));
        assertEquals("none yet", row("job", 1).get(2));
    }

    @Test
    void whereNothingIsConnectedFirstStepsAreOffered() {
        begin(tenants(1));
        map().body(containsString("One tenant is alone"));
        begin(tenants(2));
        map().body(
                        containsString("Nothing connects these tenants yet"),
                        containsString("href=\"/_tenantry/console/first-steps\""));
        JobWorld.begin(getClass());
        map().body(not(containsString("Nothing connects these tenants yet")));
    }

    @Test
    void manyTenantsAreDrawnAsFarAsTheyAreReadable() {
        begin(tenants(23));
        map().body(containsString("The map shows the first 20; 3 more are in the"), not(containsString("Tenant 20")));
    }

    @Test
    void namesWithMarkupAreText() {
        begin(tenants(1).replace("Tenant 0", "'<img src=x onerror=alert(1)>\"'"));
        map().body(containsString("&lt;img src=x"), not(containsString("<img")));
    }

    @Test
    void theTablesAreReadAnewByThemselves() {
        JobWorld.begin(getClass());
        given().get(MAP + "/map/world")
                .then()
                .statusCode(200)
                .body(allOf(containsString("To Birchline"), not(containsString("<html"))));
    }

    @Test
    void theMapIsReadByAFewCallsForEachTenantWhichThePageTells() {
        JobWorld.begin(getClass());
        String calls = map().extract().asString().split("Calls behind this page")[1];
        assertEquals(11, calls.split("<li>").length - 1);
    }

    private static void begin(String scenario) {
        LoadedScenario.load(scenario);
    }

    private static String tenants(int count) {
        StringBuilder scenario = new StringBuilder("tenants:\n");
        for (int i = 0; i < count; i++) {
            scenario.append(
                    """
                      - alias: t%1$d
                        id: %2$s
                        displayName: Tenant %1$d
                        initialDomain: t%1$d.onmicrosoft.com
                        cloud: %3$s
                        users:
                          - {userPrincipalName: ana@t%1$d.onmicrosoft.com, displayName: Ana}
                          - {userPrincipalName: ben@t%1$d.onmicrosoft.com, displayName: Ben}
                          - {userPrincipalName: "cem_x.example#EXT#@t%1$d.onmicrosoft.com", displayName: Cem, userType: Guest}
                    """
                            .formatted(i, id(i), i == 0 ? "usgov" : "global"));
        }
        return scenario.toString();
    }

    private static String id(int i) {
        return "7e4a4700-0000-4000-8000-0000000000%02d".formatted(i);
    }

    private static ValidatableResponse map() {
        return given().get(MAP).then().statusCode(200);
    }

    private static List<String> row(String kind, int number) {
        String page = map().extract().asString();
        String row = page.split("<tr data-" + kind + "=")[number + 1].split("</tr>")[0];
        return Stream.of(row.split("<t[hd][^>]*>"))
                .skip(1)
                .map(cell -> cell.replaceAll("<[^>]*>", "").strip().replaceAll("\\s+", " "))
                .toList();
    }
}
