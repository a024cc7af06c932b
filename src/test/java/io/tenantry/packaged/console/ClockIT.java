package io.tenantry.packaged.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Virtual time is seen and moved on every page. */
@InBrowser
class ClockIT {
    @Test
    void timeRunsUntilItIsFrozen(Console console) {
        console.open("");
        Part clock = console.part("Virtual time");
        clock.see("running");
        String first = clock.find("time").textContent();
        assertThat(clock.find("time")).not().hasText(first);
        clock.press("Freeze");
        clock.see("frozen");
        clock.press("Let time run");
        clock.see("running");
    }

    @Test
    void theNextCycleComesAndIsTold(Console console) throws Exception {
        console.world().source().patch("/v1.0/users/ana.reis@alderwood.example", "{\"jobTitle\": \"Chief\"}");
        console.open("");
        Part clock = console.part("Virtual time");
        clock.press("To next cycle");
        clock.part("What ran on the way").reads("To Birchline\\s+1\\s+1\\s+Succeeded");
        clock.see("POST");
        console.isAccessible();
        clock.press("+40 min");
        clock.part("What ran on the way").reads("To Birchline\\s+1\\s+0\\s+Succeeded");
        clock.press("+1 day");
        clock.part("What ran on the way").reads("To Birchline\\s+36\\s+0\\s+Succeeded");
        clock.press("Dismiss");
        clock.seeNo("POST");
    }

    @Test
    void timeGoesToAMomentByKeyboardAlone(Console console) throws Exception {
        console.world().control().put("/_tenantry/clock", "{\"now\": \"2032-01-01T00:00:00Z\"}");
        console.widthOf(360);
        console.open("");
        Part clock = console.part("Virtual time");
        clock.press("Freeze");
        clock.see("frozen");
        assertEquals("clock-frozen", console.page().evaluate("document.activeElement.id"));
        while (!"SUMMARY".equals(console.page().evaluate("document.activeElement.tagName"))) {
            console.key("Tab");
        }
        console.key("Enter");
        clock.fill("Moment (UTC)", "2032-01-02T03:04:05");
        console.key("Enter");
        clock.see("Fri, 02 Jan 2032 03:04:05 UTC");
        console.fitsItsWidth();
        console.isAccessible();
    }

    @Test
    void whatAnotherMovesIsSeen(Console console) throws Exception {
        console.open("");
        Part clock = console.part("Virtual time");
        String before = clock.find("time").textContent();
        console.world().control().put("/_tenantry/clock", "{\"now\": \"2033-01-02T03:04:05Z\", \"frozen\": true}");
        clock.see("Sun, 02 Jan 2033 03:04:05 UTC");
        assertNotEquals(before, clock.find("time").textContent());
    }

    @Test
    void aCallIsShownBeforeItIsMade(Console console) throws Exception {
        console.open("");
        Part clock = console.part("Virtual time");
        clock.press("Show call: +1 day");
        clock.press("curl");
        clock.see("Copied");
        assertTrue(console.clipboard().contains("{\"by\":\"P1D\"}"), console::clipboard);
    }
}
