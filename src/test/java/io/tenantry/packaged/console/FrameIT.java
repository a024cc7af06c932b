package io.tenantry.packaged.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What every page has around it. */
@InBrowser
class FrameIT {
    @Test
    void theFirstPageIsShownWithoutAnError(Console console) {
        console.open("");
        console.see("Birchline");
        console.see("<img src=x onerror=");
        console.isAccessible();
        console.fitsItsWidth();
    }

    @Test
    void thePageIsFoundByKeyboardAlone(Console console) {
        console.open("");
        console.key("Tab");
        console.key("Enter");
        assertEquals("content", console.page().evaluate("document.activeElement.id"));
    }

    @Test
    void aCallOfThePageIsCopied(Console console) {
        console.open("");
        console.press("Calls behind this page");
        console.press("curl");
        console.see("Copied");
        assertTrue(console.clipboard().contains("curl"), console::clipboard);
    }
}
