package io.tenantry.provisioning.scope;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import java.util.Map;

/**
 * What a scoping filter says of one object.
 *
 * @param admitted by the built-in filter and that of the mapping's category
 * @param passed the customer's filter
 * @param clauses label of each clause → whether it held
 */
public record ScopeResult(boolean admitted, boolean passed, Map<String, Boolean> clauses) {
    /** {@code ScopeEvaluationResult}: a JSON object as text. */
    public String text() {
        ObjectNode json = Json.object();
        clauses.forEach(json::put);
        return Json.write(json);
    }
}
