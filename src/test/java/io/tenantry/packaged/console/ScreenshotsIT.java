package io.tenantry.packaged.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Pictures of each page in {@code docs/console}: {@code -Dtenantry.screenshots=true}. */
@InBrowser
@EnabledIfSystemProperty(named = "tenantry.screenshots", matches = "true")
class ScreenshotsIT {
    private static final Path FOLDER = Path.of("docs", "console");
    private static final int WIDE = 1024;
    private static final int HIGH = 720;
    private static final int NARROW = 360;
    /** Of all others there is the wide one in light. */
    private static final Set<String> ALL_FOUR = Set.of("map", "tenants-one-jobs-one", "snapshots");

    @Test
    void eachPageIsPictured(Console console) throws Exception {
        console.world().control().put("/_tenantry/scenario", scenario()).expect(204);
        console.world().reset();
        console.world().control().put("/_tenantry/clock", "{\"now\": \"2026-03-02T09:00:00Z\", \"frozen\": true}");
        for (Map.Entry<String, String> page : console.world().pages(console).entrySet()) {
            boolean allFour = ALL_FOUR.contains(page.getKey());
            picture(console, page, WIDE, false);
            if (allFour) {
                picture(console, page, NARROW, true);
                picture(console, page, WIDE, true);
                picture(console, page, NARROW, false);
            }
        }
    }

    private static String scenario() throws IOException {
        try (InputStream in = ScreenshotsIT.class.getResourceAsStream("/console/pictures.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void picture(Console console, Map.Entry<String, String> page, int width, boolean dark) {
        console.dark(dark);
        console.page().setViewportSize(width, HIGH);
        console.open(page.getValue());
        console.page().waitForTimeout(300); // what charts move in
        String name = page.getKey() + (width == WIDE ? "" : "-narrow") + (dark ? "-dark" : "") + ".png";
        SmallImage.write(console.page().screenshot(), FOLDER.resolve(name));
    }
}
