package io.tenantry.directory.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;

/**
 * Applies the body of a write to a document: what is absent stays, null clears, collections are replaced, complex values merge by
 * sub-property (odata-protocol.md §12). Annotations and references ({@code x@odata.bind}) are not values.
 */
public final class Merge {
    private Merge() {}

    public static void into(ObjectNode document, ObjectNode changes) {
        changes.properties().forEach(change -> {
            if (!change.getKey().contains("@")) {
                set(document, change.getKey(), change.getValue());
            }
        });
    }

    private static void set(ObjectNode document, String name, JsonNode value) {
        if (value.isNull()) {
            document.remove(name);
        } else if (value instanceof ObjectNode complex) {
            ObjectNode merged = document.get(name) instanceof ObjectNode there ? there : Json.object();
            into(merged, complex);
            if (merged.isEmpty()) {
                document.remove(name);
            } else {
                document.set(name, merged);
            }
        } else {
            document.set(name, value.deepCopy());
        }
    }
}
