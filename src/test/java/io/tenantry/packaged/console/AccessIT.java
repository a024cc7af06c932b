package io.tenantry.packaged.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.tenantry.packaged.Http;
import io.tenantry.packaged.PackagedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets into the console, and who does not. */
@InBrowser
class AccessIT {
    private static final String KEY = "7f3c0a9be5d14e6c8a2b4d6f81930c5e";

    @Test
    void pagesOfAnotherOriginNeitherReadNorAct(Console console) throws Exception {
        try (Elsewhere elsewhere = new Elsewhere()) {
            assertEquals(List.of(), elsewhere.reads(console));
            String before = state(console.world().control());
            elsewhere.acts(console);
            assertEquals(before, state(console.world().control()));
        }
    }

    @Test
    void theKeyIsAskedForOnceAndForgottenWhenToldSo(Console console, @TempDir Path folder) throws Exception {
        try (PackagedServer server = PackagedServer.start(folder.resolve("data"), "tenantry.control.key=" + KEY);
                Console guarded = console.on(server);
                Elsewhere elsewhere = new Elsewhere()) {
            guarded.open("/snapshots");
            guarded.see("Key of the control API");
            guarded.isAccessible();
            guarded.troubles().expect("403");
            guarded.fill("Key", "not the key");
            guarded.press("Open");
            guarded.see("That is not the key.");
            guarded.isAccessible();
            guarded.fill("Key", KEY);
            guarded.press("Open");
            guarded.see("No snapshots yet");
            assertEquals("/_tenantry/console/snapshots", guarded.at());
            guarded.part("Virtual time").press("Freeze");
            guarded.part("Virtual time").see("frozen");
            assertEquals("", guarded.page().evaluate("document.cookie"));
            assertFalse(guarded.page().content().contains(KEY));
            guarded.troubles().requireNone();

            // the browser of who has given the key visits a page elsewhere
            assertEquals(List.of(), elsewhere.reads(guarded));
            elsewhere.acts(guarded);
            guarded.open("/snapshots");
            guarded.see("No snapshots yet");
            guarded.see("frozen");

            guarded.press("Forget key");
            guarded.see("Key of the control API");
            guarded.open("");
            guarded.see("Key of the control API");
        }
    }

    /** What the attempts would have changed. */
    private static String state(Http control) throws IOException {
        return control.get("/_tenantry/snapshots").body()
                + control.get("/_tenantry/clock").text("nextRun")
                + control.get("/_tenantry/tenants/source/jobs").text("0.lastExecution.activityIdentifier");
    }
}
