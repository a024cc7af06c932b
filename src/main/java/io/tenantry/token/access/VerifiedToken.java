package io.tenantry.token.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.error.GraphError;
import io.tenantry.family.Caller;
import io.tenantry.family.Caller.SignedInUser;
import io.tenantry.store.Tenant;
import io.tenantry.token.permission.SightTable;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A token whose signature is good.
 *
 * @param tenant as it was when the token was verified, null for an unknown one
 * @param caller null without a tenant
 * @param refusal why it is none for Graph in that tenant, null where it is one
 */
record VerifiedToken(String tenantId, long expires, Tenant tenant, Caller caller, GraphError refusal) {

    static VerifiedToken of(JsonNode claims, Tenant tenant, SightTable sights, GraphError refusal) {
        return new VerifiedToken(
                claims.path("tid").asText(),
                claims.path("exp").asLong(),
                tenant,
                tenant == null ? null : caller(claims, tenant, sights),
                refusal);
    }

    private static Caller caller(JsonNode claims, Tenant tenant, SightTable sights) {
        boolean delegated = claims.has("scp");
        Optional<SignedInUser> user = delegated ? Optional.of(user(claims)) : Optional.empty();
        Set<String> permissions =
                delegated ? Set.of(claims.get("scp").asText().split(" ")) : texts(claims.path("roles"));
        Set<String> roles = texts(claims.path("wids"));
        return new Caller(
                tenant,
                claims.path("appid").asText(),
                claims.path("app_displayname").asText(),
                claims.path(delegated ? "xms_azp_oid" : "oid").asText(),
                user,
                permissions,
                roles,
                sights.of(new SightTable.Holder(user, permissions, roles)));
    }

    private static SignedInUser user(JsonNode claims) {
        return new SignedInUser(
                claims.path("oid").asText(),
                claims.path(claims.has("upn") ? "upn" : "xms_upn").asText(),
                claims.path("name").asText());
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(item -> texts.add(item.asText()));
        return Set.copyOf(texts);
    }
}
