package io.tenantry.packaged.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.tenantry.packaged.Http;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The pages of a job, as somebody works with them who looks after it. */
@InBrowser
class JobIT {
    private static final String PAGE = "/tenants/" + ConsoleWorld.SOURCE + "/jobs/" + ConsoleWorld.JOB;

    @Test
    void everyPageIsAccessibleAndFitsEachWindow(Console console) {
        for (String page : new String[] {"", "/runs", "/scope"}) {
            for (int width : new int[] {1280, 360}) {
                console.widthOf(width);
                console.dark(width == 360);
                console.open(PAGE + page);
                console.see("Birchline");
                console.isAccessible();
                console.fitsItsWidth();
            }
        }
    }

    @Test
    void aQuarantineIsMended(Console console) throws IOException {
        Http target = console.world().target();
        String policy =
                "/v1.0/policies/crossTenantAccessPolicy/partners/" + ConsoleWorld.SOURCE + "/identitySynchronization";
        target.patch(policy, "{\"userSyncInbound\": {\"isSyncAllowed\": false}}")
                .expect(204);
        console.open(PAGE);
        console.press("Run now");
        console.see("EncounteredQuarantineException");
        console.see("closed");
        console.isAccessible();
        console.press("Test with saved settings");
        console.see("AzureActiveDirectoryCrossTenantSyncPolicyCheckFailure");

        target.patch(policy, "{\"userSyncInbound\": {\"isSyncAllowed\": true}}").expect(204);
        console.press("Lift the quarantine");
        console.seeNo("In quarantine");
        console.press("Run now");
        console.see("Started");
        console.seeNo("closed");
    }

    @Test
    void aRunLeadsToItsEntries(Console console) {
        console.open(PAGE + "/runs");
        console.see("initial");
        console.find("[data-chart=runs] canvas").waitFor();
        console.follow("4 Created");
        console.see("ana.reis@alderwood.example");
        console.seeNo("una.signed");
        console.isAccessible();
        console.fitsItsWidth();
    }

    @Test
    void aScopingFilterIsWrittenClauseByClauseAndSaved(Console console) {
        console.open(PAGE + "/scope");
        console.press("Add a group of clauses");
        console.fill("Value of clause 1; several stand on lines of their own", "Sales");
        console.see("department is “Sales”");
        console.isAccessible();
        console.press("Save the filter");
        console.see("204");
        console.open(PAGE + "/scope");
        console.see("department is “Sales”");
    }

    @Test
    void somebodyIsFoundAndAssigned(Console console) {
        console.open(PAGE + "/scope");
        console.fill("User principal name or id", "unassigned@alderwood.example");
        console.press("Ask");
        console.see("not met");
        console.fill("Name of a user or group", "Una");
        console.see("Una Signed");
        console.press("Assign");
        console.part("Assignments").see("Una Signed");
        assertEquals(2, console.part("Assignments").find("tbody tr").count());
    }
}
