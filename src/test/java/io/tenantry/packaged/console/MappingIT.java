package io.tenantry.packaged.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A mapping is changed after its plan. */
@InBrowser
class MappingIT {
    private static final String JOB = "/tenants/" + ConsoleWorld.SOURCE + "/jobs/" + ConsoleWorld.JOB;

    private static void edit(Console console, String attribute) {
        console.press("Edit " + attribute);
        assertThat(console.find("#tried .answer")).isVisible();
    }

    @Test
    void aMappingIsTriedPlannedAndSaved(Console console) throws Exception {
        console.open(JOB + "/mapping");
        console.isAccessible();
        edit(console, "city");
        console.tick("Expression");
        console.fill("Search by name", "Ana");
        console.seeNo("Ben Holt");
        console.tick("Ana Reis ana.reis@alderwood.example");
        console.fill("Expression text", "Append([city], \" (AW)\")");
        console.see("Porto (AW)");
        console.isAccessible();
        console.part("Mapping of city").press("Put into the draft");
        console.see("1 change is not saved.");
        assertEquals("Edit city", console.page().evaluate("document.activeElement.getAttribute('aria-label')"));
        console.press("Plan the draft");
        console.part("Objects of the plan").part("Ana Reis").see("Porto (AW)");
        console.isAccessible();
        console.press("Save the draft");
        console.see("Nothing is changed in the draft.");
        console.see("204");
        assertTrue(console.asked().contains("Save the draft"), console.asked());
        console.world().run();
        assertEquals(
                "Porto (AW)",
                console.world()
                        .target()
                        .get("/v1.0/users?$filter=displayName eq 'Ana Reis'&$select=city".replace(" ", "%20"))
                        .expect(200)
                        .text("value.0.city"));
    }

    @Test
    void aMistakeIsShownWhereItIsAndHelpIsAtHand(Console console) {
        console.open(JOB + "/mapping");
        edit(console, "department");
        console.tick("Expression");
        console.fill("Expression text", "");
        console.press("Functions");
        console.press("Append(source, suffix)");
        console.type("[department]");
        console.press("Attributes");
        console.press("city");
        assertThat(console.find("#tried mark")).hasText("[");
    }

    @Test
    void markupInNamesAndExpressionsIsText(Console console) {
        console.open(JOB + "/mapping");
        edit(console, "displayName");
        console.fill("Search by name", "script");
        console.tick("Expression");
        console.fill("Expression text", "Append([displayName], \"<img src=x onerror=alert(2)>\")");
        console.see("<img src=x onerror=alert(2)>");
        console.widthOf(360);
        console.fitsItsWidth();
        console.dark(true);
        console.isAccessible();
    }

    @Test
    void thePlanOfTheNextCycleIsFilteredAndTriedWithOtherPolicies(Console console) throws Exception {
        console.world().source().patch("/v1.0/users/ana.reis@alderwood.example", "{\"jobTitle\": \"Chief\"}");
        console.open(JOB + "/plan");
        console.part("Objects of the plan").part("Ana Reis").see("Chief");
        console.isAccessible();
        console.choose("Cycle", "Initial: everyone");
        console.press("Plan");
        console.press("Update 1");
        console.part("Objects of the plan").seeNo("Ben Holt");
        console.press("Try other policies");
        console.choose("Target lets users be synchronized", "Not allowed");
        console.press("Plan");
        console.see("A gate is closed");
        console.widthOf(360);
        console.fitsItsWidth();
        console.dark(true);
        console.isAccessible();
    }
}
