package io.tenantry.packaged.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The map, as a picture and in its tables. */
@InBrowser
class MapIT {
    @Test
    void whatTheTablesSayIsDrawn(Console console) {
        console.open("");
        console.part("Jobs").see("4");
        console.isAccessible();
        assertEquals(true, console.page().evaluate("document.querySelector('.chart.map canvas').width > 0"));
        for (int width : new int[] {360, 1280}) {
            console.widthOf(width);
            console.fitsItsWidth();
        }
        console.dark(true);
        console.isAccessible();
    }

    @Test
    void aJobThatWasPausedElsewhereIsSeenToBe(Console console) throws Exception {
        console.open("");
        console.part("Jobs").see("Active");
        var job =
                console.world().control().get("/_tenantry/tenants/source/jobs").expect(200);
        console.world()
                .source()
                .post(
                        "/v1.0/servicePrincipals/" + job.text("0.servicePrincipal.id") + "/synchronization/jobs/"
                                + ConsoleWorld.JOB + "/pause",
                        "")
                .expect(204);
        console.part("Jobs").see("Paused");
    }

    @Test
    void itLeadsToTheJob(Console console) {
        console.open("");
        console.find("[data-job] a").first().click();
        console.page().waitForURL("**/jobs/" + ConsoleWorld.JOB);
    }
}
