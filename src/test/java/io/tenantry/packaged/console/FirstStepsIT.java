package io.tenantry.packaged.console;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The tour, from nothing to somebody in the target. */
@InBrowser
class FirstStepsIT {
    private static final String[] BUTTONS = {
        "Add the partner",
        "Allow it",
        "Consent inbound",
        "Add the partner",
        "Consent outbound",
        "Create it",
        "Test it",
        "Create it",
        "Save",
        "Assign",
        "Provision",
        "Start",
        "Run now"
    };

    @Test
    void somebodyArrivesByTheCallsOfTheTour(Console console) throws IOException {
        console.world().control().put("/_tenantry/scenario", TWO_TENANTS).expect(204);
        // while time runs, the first cycle begins by itself where the job is started
        console.world().control().put("/_tenantry/clock", "{\"frozen\": true}").expect(200);
        console.open("/first-steps");
        console.see("This is not the demo");
        console.isAccessible();
        for (int step = 1; step <= BUTTONS.length; step++) {
            console.see(step - 1 + " of 13 done");
            console.press(BUTTONS[step - 1].equals("Provision") ? "Provision Ana Reis" : BUTTONS[step - 1]);
            console.see(step + " of 13 done");
            console.find(".answer").first().waitFor();
            console.follow("Next step");
        }
        console.see("All is set up");
        console.reads("ana_a\\.onmicrosoft\\.com#EXT#@b\\.onmicrosoft\\.com");
        console.isAccessible();
        console.widthOf(360);
        console.fitsItsWidth();
        assertTrue(console.at().endsWith("step=end"), console::at);
    }

    private static final String TWO_TENANTS =
            """
            tenants:
              - id: 5a1de000-5eed-4a11-8d00-00000000a11d
                displayName: Alderwood
                initialDomain: a.onmicrosoft.com
                licenses: [{skuPartNumber: AAD_PREMIUM_P2, units: 10}]
                users: [{userPrincipalName: ana@a.onmicrosoft.com, displayName: Ana Reis, mail: ana@a.onmicrosoft.com}]
              - id: b12c4000-5eed-4b12-8d00-00000000b12c
                displayName: Birchline
                initialDomain: b.onmicrosoft.com
            """;
}
