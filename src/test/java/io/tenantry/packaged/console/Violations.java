package io.tenantry.packaged.console;

import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import java.util.List;
import java.util.stream.Collectors;

/** What axe found, for whoever has to mend it. */
final class Violations {
    private Violations() {}

    static String text(List<Rule> rules) {
        return rules.stream()
                .map(rule -> rule.getId() + " (" + rule.getHelp() + ")\n" + nodes(rule.getNodes()))
                .collect(Collectors.joining("\n"));
    }

    private static String nodes(List<CheckedNode> nodes) {
        return nodes.stream()
                .map(node -> "    " + node.getHtml() + "\n    " + node.getFailureSummary())
                .collect(Collectors.joining("\n"));
    }
}
