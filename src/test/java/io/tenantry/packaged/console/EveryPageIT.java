package io.tenantry.packaged.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds for each page of the console, whoever adds it: all are found by their links. */
@InBrowser
class EveryPageIT {
    private static final int WIDE = 1280;
    private static final int NARROW = 360;
    private static final int MOST_STOPS = 250;
    /** So many times Tab is pressed until it is asked whether the focus is where it began. */
    private static final int STEPS = 10;

    private final List<String> found = new ArrayList<>();

    @Test
    void everyPageIsForEverybody(Console console) throws Exception {
        Map<String, String> pages = console.world().pages(console);
        assertTrue(pages.size() >= 10, pages::toString);
        for (Map.Entry<String, String> page : pages.entrySet()) {
            console.open(page.getValue());
            look(page.getKey(), console);
        }
        assertEquals(List.of(), found, () -> String.join("\n\n", found));
    }

    private void look(String name, Console console) {
        console.dark(false);
        console.widthOf(WIDE);
        note(name + ", light and wide", console.violations());
        note(name + ", by keyboard alone, never reaches", unreached(console));
        console.dark(true);
        note(name + ", dark", console.violations());
        console.widthOf(NARROW);
        note(name + ", narrow", console.violations());
        note(name + ", narrow, is wider than the window", console.tooWide());
    }

    private void note(String where, String problem) {
        if (!problem.isEmpty()) {
            found.add(where + ": " + problem);
        }
    }

    /** What can be pressed or filled in and never has the focus, however often Tab is pressed; a date is several stops. */
    private static String unreached(Console console) {
        console.page()
                .evaluate(
                        """
                        window.stops = new Set();
                        document.addEventListener('focusin', event => {
                          const stop = event.target.outerHTML; // the same one, though a part of the page may have been read anew
                          window.around ||= window.stops.size > 1 && stop === [...window.stops][0];
                          window.stops.add(stop);
                        });
                        document.activeElement.blur();
                        """);
        int stops = Math.min(
                MOST_STOPS,
                (Integer)
                        console.page()
                                .evaluate(
                                        """
                                document.querySelectorAll('a, button, input, select, textarea, summary, [tabindex]').length
                                  + 8 * document.querySelectorAll('[type^=date], [type=time]').length
                                """));
        for (int i = 0; i < stops && (i % STEPS > 0 || !around(console)); i++) {
            console.key("Tab");
        }
        return (String) console.page()
                .evaluate(
                        """
                        most => window.stops.size + 20 > most ? '' :
                          [...document.querySelectorAll('a[href], button, input:not([type=hidden], [type=radio]), select, textarea, summary')]
                            .filter(each => each.checkVisibility() && !each.disabled && each.tabIndex >= 0 && !window.stops.has(each.outerHTML))
                            .map(each => each.outerHTML.slice(0, 150)).join('\\n')
                        """,
                        MOST_STOPS);
    }

    /** Whether the focus has come back to where it began: it would go the same way again. */
    private static boolean around(Console console) {
        return (Boolean) console.page().evaluate("!!window.around");
    }
}
