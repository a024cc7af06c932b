package io.tenantry.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Applies the body of a write to a document: what is absent stays, collections are replaced, complex values merge by sub-property
 * (odata-protocol.md §12). Annotations and references ({@code x@odata.bind}) are not values.
 */
public final class Merge {
    private Merge() {}

    /** Null clears. */
    public static void into(ObjectNode document, ObjectNode changes) {
        apply(document, changes, false);
    }

    /** Null is kept, where it says something by itself (cross-tenant-access-policy.md §3.4). */
    public static void withNulls(ObjectNode document, ObjectNode changes) {
        apply(document, changes, true);
    }

    private static void apply(ObjectNode document, ObjectNode changes, boolean nulls) {
        changes.properties().forEach(change -> {
            if (!change.getKey().contains("@")) {
                set(document, change.getKey(), change.getValue(), nulls);
            }
        });
    }

    private static void set(ObjectNode document, String name, JsonNode value, boolean nulls) {
        JsonNode merged =
                value instanceof ObjectNode complex ? merged(document.get(name), complex, nulls) : value.deepCopy();
        if (!nulls && (merged.isNull() || merged.isObject() && merged.isEmpty())) {
            document.remove(name);
        } else {
            document.set(name, merged);
        }
    }

    private static ObjectNode merged(JsonNode before, ObjectNode changes, boolean nulls) {
        ObjectNode merged = before instanceof ObjectNode there ? there : Json.object();
        apply(merged, changes, nulls);
        return merged;
    }
}
