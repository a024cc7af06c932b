package io.tenantry.packaged.console;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of this machine; none is downloaded. */
final class Chromium implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final boolean NEEDED = "1".equals(System.getenv("TENANTRY_NEEDS_CHROMIUM"));
    private static final String MISSING =
            "NO CHROMIUM on the PATH: the console is NOT tested (apt-get install chromium)";

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setChromiumSandbox(!System.getProperty("user.name").equals("root")));
    }

    static Chromium start(Path executable) {
        return new Chromium(executable);
    }

    /** Skips the test where there is none. */
    static Path executable() {
        Optional<Path> executable = onPath();
        if (executable.isEmpty()) {
            System.err.println(MISSING);
            assertFalse(NEEDED, MISSING);
            assumeTrue(false, MISSING);
        }
        return executable.orElseThrow();
    }

    private static Optional<Path> onPath() {
        return NAMES.stream()
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
