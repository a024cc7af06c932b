package io.tenantry.journal;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import io.vertx.core.MultiMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * Who calls, as the request says: by the claims of its token, be it good or not, or as a client of the token service names itself.
 *
 * @param tenant id of a tenant of this server, null for none
 * @param client app id, null where none is named
 */
public record Calling(String tenant, String client) {
    private static final int LONGEST = 200;

    /**
     * @param query percent-encoded, null without one
     * @param body empty for none
     */
    public static Calling of(MultiMap headers, String path, String query, byte[] body, Tenants tenants) {
        String authorization = headers.get("Authorization");
        JsonNode claims = claims(bearer(authorization));
        Map<String, String> form = Form.fields(body);
        return new Calling(
                tenant(claims, path, tenants),
                first(
                        claims.path("appid").asText(null),
                        claims.path("azp").asText(null),
                        form.get("client_id"),
                        Form.basicUser(authorization),
                        claims(form.get("client_assertion")).path("iss").asText(null),
                        Form.fields(query).get("client_id")));
    }

    private static String tenant(JsonNode claims, String path, Tenants tenants) {
        int end = path.indexOf('/', 1);
        String segment = path.isEmpty() ? "" : path.substring(1, end < 0 ? path.length() : end);
        String name = first(claims.path("tid").asText(null), segment);
        return tenants.byIdOrDomain(name).map(Tenant::id).orElse(null);
    }

    private static String bearer(String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7)
                ? authorization.substring(7).strip()
                : null;
    }

    /** Of a token that nobody has checked; nothing of what is no token. */
    private static JsonNode claims(String token) {
        String[] parts = token == null ? new String[0] : token.split("\\.", 3);
        if (parts.length < 2) {
            return Json.object();
        }
        try {
            return Json.MAPPER.readTree(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        } catch (IOException | IllegalArgumentException e) {
            return Json.object();
        }
    }

    private static String first(String... values) {
        for (String value : values) {
            if (value != null && !value.isBlank()) {
                return Ids.canonical(value.length() > LONGEST ? value.substring(0, LONGEST) : value);
            }
        }
        return null;
    }
}
