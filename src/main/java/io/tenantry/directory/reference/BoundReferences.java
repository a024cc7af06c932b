package io.tenantry.directory.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The references that a body adds with {@code name@odata.bind} (odata-protocol.md §11). */
public final class BoundReferences {
    private BoundReferences() {}

    /** The URLs, as sent: one or several. */
    public static List<String> in(ObjectNode body, String name) {
        List<String> urls = new ArrayList<>();
        JsonNode bound = body.path(name + "@odata.bind");
        if (bound.isTextual()) {
            urls.add(bound.asText());
        }
        bound.forEach(url -> urls.add(url.asText()));
        return urls;
    }
}
