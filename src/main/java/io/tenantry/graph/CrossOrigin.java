package io.tenantry.graph;

import io.tenantry.graph.message.GraphRequest;
import io.tenantry.graph.message.GraphResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Browsers may call Graph from anywhere (odata-protocol.md §1). By hand, since Vert.x's handler tells only who sends an Origin, and answers a
 * preflight without Graph's own headers.
 */
final class CrossOrigin {
    private CrossOrigin() {}

    static GraphResponse allowed(GraphRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Access-Control-Allow-Methods", "GET, POST, PATCH, PUT, DELETE");
        headers.put(
                "Access-Control-Allow-Headers", request.headers().getOrDefault("access-control-request-headers", "*"));
        headers.put("Access-Control-Max-Age", "3600");
        return new GraphResponse(204, headers, new byte[0]);
    }
}
