package io.tenantry.scenario.file;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Mistakes as they are found. */
final class Problems {
    /** A file of the wrong kind has one mistake per line; nobody reads more than these. */
    private static final int KEPT = 1000;

    private final Set<Problem> found = new LinkedHashSet<>();

    void add(FieldPath place, String message) {
        add(place, message, 0);
    }

    void add(FieldPath place, String message, int line) {
        if (found.size() < KEPT) {
            found.add(new Problem(place.path(), message, line));
        }
    }

    boolean none() {
        return found.isEmpty();
    }

    /** Ends the reading where something was found, each mistake with its line in the text. */
    void refuse(ScenarioText text) {
        if (found.isEmpty()) {
            return;
        }
        Map<String, Integer> lines =
                text.lines(found.stream().map(Problem::path).collect(Collectors.toSet()));
        throw new ScenarioException(found.stream()
                .map(p -> p.line() > 0 ? p : new Problem(p.path(), p.message(), lines.getOrDefault(p.path(), 0)))
                .sorted((a, b) -> Integer.compare(a.line(), b.line()))
                .toList());
    }
}
