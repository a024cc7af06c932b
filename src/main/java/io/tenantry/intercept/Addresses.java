package io.tenantry.intercept;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import java.util.OptionalInt;

/**
 * Where the server listens.
 *
 * @param host name or address that leads to this machine where it listens on it
 */
public record Addresses(String host, int http, OptionalInt https, OptionalInt proxy) {
    static Addresses plain(String bound, int http) {
        return new Addresses(host(bound), http, OptionalInt.empty(), OptionalInt.empty());
    }

    static Addresses of(String bound, int http, int https, int proxy) {
        return new Addresses(host(bound), http, OptionalInt.of(https), OptionalInt.of(proxy));
    }

    private static String host(String bound) {
        boolean here = bound.equals("127.0.0.1") || bound.equals("0.0.0.0") || bound.equals("::");
        return here ? "localhost" : bound.indexOf(':') < 0 ? bound : "[" + bound + "]";
    }

    public ObjectNode ports() {
        ObjectNode ports = Json.object().put("http", http);
        https.ifPresent(port -> ports.put("https", port));
        proxy.ifPresent(port -> ports.put("proxy", port));
        return ports;
    }
}
