package io.tenantry.packaged.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.tenantry.packaged.Await;
import io.tenantry.packaged.PackagedServer;
import java.nio.file.Path;
import java.util.List;

/** The console as somebody sees it in the browser. What the pages ask before they act is answered with yes. */
final class Console extends Part implements AutoCloseable {
    static final String ROOT = "/_tenantry/console";
    private static final int WIDE = 1280;
    private static final int HIGH = 900;

    private final Page page;
    private final String base;
    private final Troubles troubles;
    private final ConsoleWorld world;
    private String asked = "";

    Console(Browser browser, PackagedServer server, ConsoleWorld world) {
        this(browser, "http://localhost:" + server.port(), world);
    }

    private Console(Browser browser, String base, ConsoleWorld world) {
        this(
                browser.newContext(new Browser.NewContextOptions()
                                .setBaseURL(base)
                                .setViewportSize(WIDE, HIGH)
                                .setPermissions(List.of("clipboard-read", "clipboard-write")))
                        .newPage(),
                base,
                world);
    }

    private Console(Page page, String base, ConsoleWorld world) {
        super(page.locator("body"));
        this.page = page;
        this.base = base;
        this.world = world;
        this.troubles = new Troubles(page.context());
        page.setDefaultTimeout(LONGEST_WAIT.toMillis());
        PlaywrightAssertions.setDefaultAssertionTimeout(LONGEST_WAIT.toMillis());
        page.onDialog(this::agree);
    }

    /** The console of another server, in a browser without memory. */
    Console on(PackagedServer server) {
        return new Console(page.context().browser(), server, world);
    }

    private void agree(Dialog dialog) {
        asked = dialog.message();
        dialog.accept();
    }

    /** A page, by its path below that of the console, or anywhere on the server where it begins with {@code /_tenantry}. */
    Response open(String path) {
        return page.navigate(path.startsWith("/_tenantry") ? path : ROOT + path);
    }

    /** One that answers with an error. */
    void openRefused(int status, String path) {
        troubles.expect("\\b" + status + "\\b");
        assertEquals(status, open(path).status(), path);
    }

    /** What a page asked last before it acted. */
    String asked() {
        return asked;
    }

    /** axe finds nothing. */
    void isAccessible() {
        String found = violations();
        assertTrue(found.isEmpty(), () -> page.url() + ":\n" + found);
    }

    /** What axe finds; empty for nothing. */
    String violations() {
        return Violations.in(page);
    }

    /** Nothing is wider than the window. */
    void fitsItsWidth() {
        assertEquals("", tooWide(), () -> page.url() + " is wider than the window");
    }

    /** What makes the page wider than the window; empty where nothing does, once charts have followed its width. */
    String tooWide() {
        String[] wide = new String[1];
        Await.until(LONGEST_WAIT, () -> (wide[0] = wider()).isEmpty());
        return wide[0];
    }

    private String wider() {
        return (String)
                page.evaluate(
                        """
                document.documentElement.scrollWidth <= innerWidth ? '' : [...document.querySelectorAll('body *')]
                  .filter(each => !each.closest('.scroll, pre, .skip') && each.checkVisibility() && each.getBoundingClientRect().right > innerWidth + 1)
                  .map(each => each.outerHTML.slice(0, 150)).join('\\n') || 'something'
                """);
    }

    /** As many pixels as the window is wide. */
    void widthOf(int pixels) {
        page.setViewportSize(pixels, HIGH);
    }

    void dark(boolean dark) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
    }

    void key(String name) {
        page.keyboard().press(name);
    }

    void type(String text) {
        page.keyboard().type(text);
    }

    /** Path and query of the page that is shown. */
    String at() {
        return page.url().replaceFirst("^https?://[^/]*", "");
    }

    /** Scheme, host and port. */
    String base() {
        return base;
    }

    String clipboard() {
        return (String) page.evaluate("navigator.clipboard.readText()");
    }

    void screenshot(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    ConsoleWorld world() {
        return world;
    }

    Troubles troubles() {
        return troubles;
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return page.context();
    }

    @Override
    public void close() {
        page.context().close();
    }
}
