package io.tenantry.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Whether a body says something for a property that must have a value. */
final class Required {
    private Required() {}

    static boolean missing(ObjectNode body, String property) {
        JsonNode value = body.get(property);
        return value == null
                || value.isNull()
                || (value.isTextual() && value.asText().isEmpty());
    }
}
