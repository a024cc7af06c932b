package io.tenantry.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table of entities and its key columns.
 *
 * @param keys by property path
 * @param values multi-valued properties whose elements stand in {@code object_value}
 */
public record Table(String name, Map<String, Key> keys, Set<String> values) {

    static Table of(String name, Set<String> values, List<Key> keys) {
        Map<String, Key> byPath = new LinkedHashMap<>();
        keys.forEach(key -> byPath.put(key.path(), key));
        return new Table(name, byPath, values);
    }

    public Optional<Key> key(String path) {
        return Optional.ofNullable(keys.get(path));
    }
}
