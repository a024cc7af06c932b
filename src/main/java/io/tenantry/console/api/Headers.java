package io.tenantry.console.api;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a call says beside its URL and body. */
final class Headers {
    private Headers() {}

    static Map<String, String> of(ApiCall call) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (call.body() != null) {
            headers.put("Content-Type", "application/json");
        }
        // advanced queries: counts, searches, filters that need an index of their own (odata-protocol.md §4)
        if (call.isOfGraph() && call.reads()) {
            headers.put("ConsistencyLevel", "eventual");
        }
        return headers;
    }
}
