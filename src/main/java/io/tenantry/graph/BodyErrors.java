package io.tenantry.graph;

import io.tenantry.error.GraphError;
import io.tenantry.http.body.BodyRefused;
import java.util.List;
import java.util.Map;

/** Bodies that were not read, in Graph's words (odata-protocol.md §13.2). */
final class BodyErrors {
    private BodyErrors() {}

    static GraphError of(BodyRefused refused) {
        String message = refused.getMessage();
        return switch (refused.status()) {
            case 408 -> GraphError.of(408, "RequestTimeout", message);
            case 413 -> GraphError.of(413, "RequestEntityTooLarge", message);
            case 417 -> GraphError.of(417, "BadRequest", message);
            case 503 ->
                new GraphError(
                        503, "serviceNotAvailable", message, List.of(), Map.of("Retry-After", BodyRefused.RETRY_AFTER));
            default -> GraphError.malformed(message);
        };
    }
}
