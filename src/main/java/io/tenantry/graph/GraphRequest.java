package io.tenantry.graph;

import java.util.Locale;
import java.util.Map;

/**
 * A request to Graph, before anything of it is understood.
 *
 * @param path behind the version, percent-encoded
 * @param query percent-encoded, null without one
 * @param headers first value of each, by lower-case name
 * @param baseUrl scheme and host that the client called
 */
public record GraphRequest(
        String method,
        String version,
        String path,
        String query,
        Map<String, String> headers,
        byte[] body,
        String baseUrl) {
    String header(String name) {
        return headers.get(name);
    }

    /** Whether the {@code Prefer} header names a preference. */
    boolean prefers(String preference) {
        return headers.getOrDefault("prefer", "")
                .replace(" ", "")
                .toLowerCase(Locale.ROOT)
                .contains(preference);
    }

    boolean eventual() {
        return "eventual".equalsIgnoreCase(headers.get("consistencylevel"));
    }
}
