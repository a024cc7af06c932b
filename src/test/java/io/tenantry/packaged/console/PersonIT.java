package io.tenantry.packaged.console;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Tenants, who is in them, and one person from both sides. */
@InBrowser
class PersonIT {
    private static final String ANA = "ana.reis@alderwood.example";
    private static final String BOTH = "Both sides";

    private static String person(Console console, String userPrincipalName) throws Exception {
        return "/tenants/" + ConsoleWorld.SOURCE + "/users/"
                + console.world().userId(console.world().source(), userPrincipalName);
    }

    @Test
    void aPersonIsFoundWhileSomebodyTypes(Console console) {
        console.open("/tenants");
        console.isAccessible();
        console.follow("Birchline");
        console.field("Search").pressSequentially("ana");
        console.see("1 found");
        assertTrue(console.at().contains("q=ana"), console::at);
        console.isAccessible();
        console.follow("Ana Reis");
        console.see("Alderwood <img src=x onerror=\"alert(1)\">, the source");
        console.follow("Ana Reis");
        console.see("Head of Sales");
    }

    @Test
    void whyAPersonIsNotInTheTargetIsExplainedAndMended(Console console) throws Exception {
        console.open(person(console, "unassigned@alderwood.example"));
        console.see("The next cycle passes this person over.");
        console.see("not assigned");
        console.isAccessible();
        console.pressAndGoOn("Assign");
        console.see("The next cycle creates this person in Birchline.");
        console.press("Provision Una Signed now");
        console.see("EntryExportAdd");
        console.see("This person is in Birchline, and nothing is to be changed.");
        console.isAccessible();
    }

    @Test
    void whatDiffersIsMarkedAndFollowsAChange(Console console) throws Exception {
        console.open(person(console, ANA));
        console.see("Nothing that an update would write differs.");
        console.fill("Department", "Harbour");
        console.press("Change");
        console.part(BOTH).part("department").see("differs, the next update writes it");
        console.isAccessible();
        console.world().run();
        console.part(BOTH).part("department").see("same");
    }

    @Test
    void accessIsOpenedForAPartner(Console console) {
        console.open("/tenants/" + ConsoleWorld.TARGET + "/access");
        console.press("Alderwood <img src=x onerror=\"alert(1)\">");
        console.isAccessible();
        console.find("details.card[open] select").nth(2).selectOption("true");
        console.find("details.card[open] button.main").first().click();
        console.part("Cross-tenant access of Birchline").see("Trusted");
    }

    @Test
    void theyFitANarrowWindow(Console console) throws Exception {
        console.widthOf(360);
        String mark = person(console, "mark.up@alderwood.example");
        for (String path : new String[] {
            "/tenants",
            "/tenants/" + ConsoleWorld.SOURCE,
            "/tenants/" + ConsoleWorld.SOURCE + "/groups",
            "/tenants/" + ConsoleWorld.SOURCE + "/applications",
            "/tenants/" + ConsoleWorld.SOURCE + "/synchronization",
            "/tenants/" + ConsoleWorld.TARGET + "/access",
            mark
        }) {
            console.open(path);
            if (path.equals(mark)) {
                console.see("This person is in Birchline, and nothing is to be changed.");
            }
            console.fitsItsWidth();
            console.isAccessible();
        }
        console.dark(true);
        console.see("linked");
        console.isAccessible();
    }
}
