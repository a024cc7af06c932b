package io.tenantry.console.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.format.Json;
import java.util.Optional;

/**
 * A call of Graph or of the control API.
 *
 * @param tenant whose token it is called with (id, alias or domain); null for the control API, which takes none
 * @param url path and query, percent-encoded
 * @param body null for none
 */
public record ApiCall(String method, String tenant, String url, JsonNode body) {
    private static final String OF_CONTROL = "/_tenantry/";
    private static final String OF_CONSOLE = "/_tenantry/console";

    /** Reads what the control API tells. */
    public static ApiCall control(String url) {
        return new ApiCall("GET", null, url, null);
    }

    /** Reads what Graph tells of a tenant. */
    public static ApiCall graph(String tenant, String url) {
        return new ApiCall("GET", tenant, url, null);
    }

    /** Whether it leads to what the console may call: anything but itself and what is no API. */
    public boolean isOfApi() {
        boolean path = url.matches("/[!-~]*") && !url.contains("..") && !url.contains("//") && !url.contains(";");
        boolean control = url.startsWith(OF_CONTROL) && !url.startsWith(OF_CONSOLE);
        return path && (control || isOfGraph());
    }

    public boolean isOfGraph() {
        return url.startsWith("/v1.0/") || url.startsWith("/beta/");
    }

    public boolean reads() {
        return method.equals("GET");
    }

    public Optional<String> bodyText() {
        return Optional.ofNullable(body).map(Json::write);
    }
}
