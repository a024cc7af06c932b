package io.tenantry.graph.message;

import io.tenantry.family.Caller;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request to Graph, before anything of it is understood.
 *
 * @param headers first value of each, by lower-case name
 * @param baseUrl scheme and host that the client called
 * @param caller where the token was checked already: a body is read after that
 * @param requestId by which the service tells its answer
 * @param clientRequestId by which the client does
 */
public record GraphRequest(
        String method,
        Address address,
        Map<String, String> headers,
        byte[] body,
        String baseUrl,
        Optional<Caller> caller,
        String requestId,
        String clientRequestId) {

    /** An old Java SDK sends PATCH as POST (odata-protocol.md §12). */
    public GraphRequest {
        String override = headers.getOrDefault("x-http-method", headers.get("x-http-method-override"));
        method = method.equals("POST") && override != null ? override.toUpperCase(Locale.ROOT) : method;
    }

    public String version() {
        return address.version();
    }

    public String path() {
        return address.path();
    }

    public String header(String name) {
        return headers.get(name);
    }

    public boolean prefers(Preference preference) {
        return preference.isIn(headers.get("prefer"));
    }

    public boolean eventual() {
        return "eventual".equalsIgnoreCase(headers.get("consistencylevel"));
    }

    public boolean reads() {
        return method.equals("GET");
    }

    /** Whether a browser asks if it may send another request; it does so without a token. */
    public boolean isPreflight() {
        return method.equals("OPTIONS") && headers.containsKey("access-control-request-method");
    }

    public boolean isBatch() {
        String path = path().toLowerCase(Locale.ROOT).replace("%24", "$");
        return path.equals("/$batch") || path.equals("/$batch/");
    }
}
