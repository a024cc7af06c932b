package io.tenantry.directory.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.error.GraphError;
import java.util.Arrays;
import java.util.List;

/** Parameters that an action cannot do without (directory.md E32). */
public final class MissingParameters {
    private MissingParameters() {}

    public static void check(String operation, ObjectNode body, String... parameters) {
        List<String> missing = Arrays.stream(parameters)
                .filter(parameter -> body == null || !body.hasNonNull(parameter))
                .toList();
        if (!missing.isEmpty()) {
            throw of(operation, String.join(", ", missing));
        }
    }

    public static GraphError of(String operation, String missing) {
        return GraphError.malformed("One or more parameters of the operation '" + operation
                + "' are missing from the request payload. The missing parameters are: " + missing + ".");
    }
}
