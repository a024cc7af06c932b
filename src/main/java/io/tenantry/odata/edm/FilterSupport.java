package io.tenantry.odata.edm;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Operators that a property takes in {@code $filter}: plainly, or only in an advanced query (odata-protocol.md §4.3). */
public record FilterSupport(Set<String> plain, Set<String> advanced) {
    public static final FilterSupport NONE = new FilterSupport(Set.of(), Set.of());

    /** {@code eq in startsWith | ne not null}. */
    static FilterSupport parse(String text) {
        String[] halves = text.split("\\|", -1);
        return new FilterSupport(words(halves[0]), halves.length > 1 ? words(halves[1]) : Set.of());
    }

    public boolean none() {
        return plain.isEmpty() && advanced.isEmpty();
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.trim().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }
}
