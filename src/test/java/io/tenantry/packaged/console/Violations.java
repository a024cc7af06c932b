package io.tenantry.packaged.console;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/**
 * What axe finds in a page, for whoever has to mend it. Only of what is wrong it tells what it is: of the rest it would tell as well, for each
 * element of the page.
 */
final class Violations {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final String LOADED = "() => 'axe' in window";
    private static final String LOAD = "() => {" + AxeBuilder.getAxeScript() + "}";
    private static final String LOOK =
            """
            rules => axe.run({runOnly: rules, resultTypes: ['violations']}).then(found => found.violations
              .map(rule => [`${rule.id} (${rule.help})`, ...rule.nodes.map(node => `    ${node.html}\\n    ${node.failureSummary}`)].join('\\n'))
              .join('\\n'))
            """;

    private Violations() {}

    /** Empty for nothing. */
    static String in(Page page) {
        if (!(Boolean) page.evaluate(LOADED)) {
            page.evaluate(LOAD);
        }
        return (String) page.evaluate(LOOK, RULES);
    }
}
