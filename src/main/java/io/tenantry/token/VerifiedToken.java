package io.tenantry.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.resource.Caller;
import io.tenantry.resource.Caller.SignedInUser;
import io.tenantry.store.Tenant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A token whose signature is good.
 *
 * @param tenant as it was when the caller was made
 */
record VerifiedToken(String tenantId, String issuer, String audience, long expires, Tenant tenant, Caller caller) {

    static VerifiedToken of(JsonNode claims, Tenant tenant) {
        return new VerifiedToken(
                claims.path("tid").asText(),
                claims.path("iss").asText(),
                claims.path("aud").asText(),
                claims.path("exp").asLong(),
                tenant,
                tenant == null ? null : caller(claims, tenant));
    }

    private static Caller caller(JsonNode claims, Tenant tenant) {
        boolean delegated = claims.has("scp");
        return new Caller(
                tenant,
                claims.path("appid").asText(),
                claims.path("app_displayname").asText(),
                claims.path(delegated ? "xms_azp_oid" : "oid").asText(),
                delegated ? Optional.of(user(claims)) : Optional.empty(),
                delegated ? Set.of(claims.get("scp").asText().split(" ")) : texts(claims.path("roles")),
                texts(claims.path("wids")));
    }

    private static SignedInUser user(JsonNode claims) {
        return new SignedInUser(
                claims.path("oid").asText(),
                claims.path("upn").asText(),
                claims.path("name").asText());
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(item -> texts.add(item.asText()));
        return Set.copyOf(texts);
    }
}
