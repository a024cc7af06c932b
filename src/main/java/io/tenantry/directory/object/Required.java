package io.tenantry.directory.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Whether a body says something for a property that must have a value. */
public final class Required {
    private Required() {}

    public static boolean missing(ObjectNode body, String property) {
        JsonNode value = body.get(property);
        return value == null
                || value.isNull()
                || (value.isTextual() && value.asText().isEmpty());
    }
}
