package io.tenantry.graph;

import io.tenantry.family.Caller;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request to Graph, before anything of it is understood.
 *
 * @param tenant that the address names, null where it does not
 * @param path of the resource, percent-encoded, without empty segments
 * @param query percent-encoded, null without one
 * @param headers first value of each, by lower-case name
 * @param baseUrl scheme and host that the client called
 * @param caller where the token was checked already: a body is read after that
 */
public record GraphRequest(
        String method,
        String version,
        String tenant,
        String path,
        String query,
        Map<String, String> headers,
        byte[] body,
        String baseUrl,
        Optional<Caller> caller) {
    String header(String name) {
        return headers.get(name);
    }

    /** An old Java SDK sends PATCH as POST (odata-protocol.md §12). */
    public GraphRequest {
        String override = headers.getOrDefault("x-http-method", headers.get("x-http-method-override"));
        method = method.equals("POST") && override != null ? override.toUpperCase(Locale.ROOT) : method;
    }

    boolean prefers(Preference preference) {
        return preference.isIn(headers.get("prefer"));
    }

    boolean eventual() {
        return "eventual".equalsIgnoreCase(headers.get("consistencylevel"));
    }
}
