package io.tenantry.scenario.file;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Values that may occur once, compared without case. */
final class Distinct {
    private final String what;
    private final Problems problems;
    private final Map<String, String> first = new HashMap<>();

    /** @param what as messages call it: {@code alias} */
    Distinct(String what, Problems problems) {
        this.what = what;
        this.problems = problems;
    }

    /** Values that are taken from the beginning, by a tenant that runs already. */
    void taken(String value, String holder) {
        first.put(value.toLowerCase(Locale.ROOT), holder);
    }

    void add(String value, FieldPath place) {
        String before = first.putIfAbsent(value.toLowerCase(Locale.ROOT), place.path());
        if (before != null) {
            problems.add(place, what + " '" + value + "' is taken by " + before);
        }
    }
}
