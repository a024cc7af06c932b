package io.tenantry.packaged.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Route;
import io.tenantry.packaged.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Parts of a page that are read anew, while somebody is at work there. */
@InBrowser
class RefreshIT {
    private static final String JOB = "/tenants/" + ConsoleWorld.SOURCE + "/jobs/" + ConsoleWorld.JOB;

    @Test
    void whatIsPressedIsNotTakenAway(Console console) {
        console.open("");
        Part clock = console.part("Virtual time");
        clock.find("#clock-frozen").hover();
        Mouse mouse = console.page().mouse();
        mouse.down();
        answered(console, "/clock/bar", () -> moveClock(console, "2033-01-02T03:04:05Z"));
        mouse.up();
        clock.see("frozen");
        clock.reads("Sun, 02 Jan 2033 03:04");
    }

    @Test
    void whatIsTypedStaysUntilItIsSent(Console console) {
        console.open(JOB);
        String recipients = "To, separated by semicolons";
        console.fill(recipients, "ops@alderwood.example");
        answered(console, "/settings", () -> console.part("Virtual time").press("Freeze"));
        console.part("Virtual time").see("frozen");
        assertThat(console.field(recipients)).hasValue("ops@alderwood.example");
        answered(console, "/settings", () -> console.press("Save"));
        assertThat(console.field(recipients)).hasValue("ops@alderwood.example");
    }

    @Test
    void theFocusStays(Console console) throws IOException {
        console.open("/logs");
        int entries = console.find("#log tbody tr").count();
        console.find("#log a").nth(1).focus();
        String focused = focused(console);
        console.world().source().patch("/v1.0/users/ana.reis@alderwood.example", "{\"jobTitle\": \"Director\"}");
        console.world().run();
        assertThat(console.find("#log tbody tr")).hasCount(entries + 1);
        assertEquals(focused, focused(console));
    }

    @Test
    void whatComesBeforeAPageFollowsIsSeen(Console console) {
        AtomicReference<Route> following = new AtomicReference<>();
        console.page().route("**/_tenantry/events", following::set);
        console.open("");
        console.page().waitForCondition(() -> following.get() != null);
        moveClock(console, "2034-05-06T07:08:09Z");
        following.get().resume();
        console.part("Virtual time").reads("Sat, 06 May 2034 07:08");
    }

    private static void answered(Console console, String path, Runnable action) {
        console.page()
                .waitForResponse(response -> response.url().endsWith(path), action)
                .finished();
    }

    private static void moveClock(Console console, String now) {
        try {
            Http control = console.world().control();
            control.put("/_tenantry/clock", "{\"now\": \"" + now + "\"}").expect(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String focused(Console console) {
        return (String) console.page().evaluate("document.activeElement.outerHTML");
    }
}
