package io.tenantry.token.discovery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenError;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /common/discovery/instance} (token-service.md §2.2). Any host is a good one: the server stands in for all of them. */
final class InstanceDiscovery {
    /** Login hosts of the clouds, the network name first, the cache name second. */
    private static final List<List<String>> CLOUDS = List.of(
            List.of(
                    "login.microsoftonline.com",
                    "login.windows.net",
                    "login.microsoftonline.com",
                    "login.windows.net",
                    "login.microsoft.com",
                    "sts.windows.net"),
            cloud("login.partner.microsoftonline.cn", "login.chinacloudapi.cn"),
            cloud("login.microsoftonline.de"),
            cloud("login.microsoftonline.us", "login.usgovcloudapi.net"),
            cloud("login-us.microsoftonline.com"));

    private InstanceDiscovery() {}

    /** Throws {@link TokenError} 900144 or 50049. */
    static ObjectNode answer(TokenCall call) {
        URI endpoint = endpoint(call);
        String tenant = endpoint.getPath().split("/")[1];
        String authority = endpoint.getScheme() + "://" + endpoint.getRawAuthority() + "/" + tenant;
        boolean old = "1.0".equals(call.query().get("api-version"));
        ObjectNode answer = Json.object()
                .put(
                        "tenant_discovery_endpoint",
                        authority + (old ? "" : "/v2.0") + "/.well-known/openid-configuration")
                .put("api-version", old ? "1.0" : "1.1");
        if (!old) {
            answer.set("metadata", metadata(endpoint.getRawAuthority()));
        }
        return answer;
    }

    private static URI endpoint(TokenCall call) {
        String text = Optional.ofNullable(call.query().get("authorization_endpoint"))
                .orElseThrow(() -> TokenError.missing("authorization_endpoint"));
        try {
            URI endpoint = URI.create(text);
            if (endpoint.getHost() != null && endpoint.getPath().split("/").length > 1) {
                return endpoint;
            }
        } catch (IllegalArgumentException e) {
            throw TokenError.unknownInstance();
        }
        throw TokenError.unknownInstance();
    }

    private static ArrayNode metadata(String host) {
        ArrayNode metadata = Json.array();
        CLOUDS.forEach(names -> add(metadata, names));
        if (CLOUDS.stream().noneMatch(names -> names.contains(host))) {
            add(metadata, cloud(host));
        }
        return metadata;
    }

    private static void add(ArrayNode metadata, List<String> names) {
        metadata.addObject()
                .put("preferred_network", names.get(0))
                .put("preferred_cache", names.get(1))
                .set("aliases", Json.array(names.subList(2, names.size())));
    }

    /** A cloud whose cache name is its network name. */
    private static List<String> cloud(String... aliases) {
        return Stream.concat(Stream.of(aliases[0], aliases[0]), Stream.of(aliases))
                .toList();
    }
}
