package io.tenantry.token.discovery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.token.authority.LoginHosts;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenError;
import java.net.URI;
import java.util.Optional;

/** {@code /common/discovery/instance} (token-service.md §2.2). Any host is a good one: the server stands in for all of them. */
final class InstanceDiscovery {
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
        LoginHosts.INSTANCES.forEach(instance -> add(metadata, instance));
        if (LoginHosts.INSTANCES.stream()
                .noneMatch(instance -> instance.aliases().contains(host))) {
            add(metadata, LoginHosts.Instance.of(host));
        }
        return metadata;
    }

    private static void add(ArrayNode metadata, LoginHosts.Instance instance) {
        metadata.addObject()
                .put("preferred_network", instance.network())
                .put("preferred_cache", instance.cache())
                .set("aliases", Json.array(instance.aliases()));
    }
}
