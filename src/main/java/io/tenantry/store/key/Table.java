package io.tenantry.store.key;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A table of entities and its key columns.
 *
 * @param keys by property path
 * @param values multi-valued properties whose elements stand in {@code object_value}
 * @param tokens columns with the tokens of a property, which also stand in {@code search_token}
 */
public record Table(String name, Map<String, Key> keys, Set<String> values, List<Key> tokens) {
    public static final String LOG_TIME = "activityDateTime";

    static Table of(String name, Set<String> values, List<Key> tokens, List<Key> keys) {
        Map<String, Key> byPath = new LinkedHashMap<>();
        keys.forEach(key -> byPath.put(key.path(), key));
        return new Table(name, byPath, values, tokens);
    }

    /** Entries come and go by time, and each index has it behind its value. */
    public boolean isLog() {
        return keys.containsKey(LOG_TIME);
    }

    /** Whether a text is among the values of a multi-valued property: in logs many are empty, and nobody looks for those. */
    public boolean holds(String value) {
        return !isLog() || value != null && !value.isEmpty();
    }

    /** Every column that is filled from the document. */
    public List<Key> columns() {
        return Stream.concat(keys.values().stream(), tokens.stream()).toList();
    }

    public Optional<Key> tokens(String path) {
        return tokens.stream().filter(key -> key.path().equals(path)).findFirst();
    }

    public Optional<Key> key(String path) {
        return Optional.ofNullable(keys.get(path));
    }
}
