package io.tenantry.token.issue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.store.Tenant;
import io.tenantry.token.authority.Cloud;
import io.tenantry.token.key.Jws;
import io.tenantry.token.key.SigningKey;
import io.tenantry.token.scope.Oidc;
import io.tenantry.token.scope.RequestedScopes;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;

/** Issues id tokens: who signed in, told to the client (token-service.md §8.2). */
@ApplicationScoped
public class IdTokens {
    private static final Duration LIFETIME = Duration.ofHours(1);

    private final SigningKey key;

    IdTokens(SigningKey key) {
        this.key = key;
    }

    /**
     * What a client asked to find in an id token.
     *
     * @param nonce null for none
     * @param signInTime whether it checks when the user signed in: {@code max_age} says so (OpenID Connect Core 3.1.2.1)
     */
    public record Wish(String nonce, boolean signInTime) {
        public static final Wish NOTHING = new Wish(null, false);
    }

    /**
     * What an id token is about.
     *
     * @param scopes decide what it tells of the user
     * @param wish what the client wants to find in it
     * @param signedIn when the user did
     * @param roles app roles that the user has in the client
     * @param home null for who is at home in the tenant
     * @param asked what else the client asks to find
     */
    public record Subject(
            String clientId,
            Entity user,
            RequestedScopes scopes,
            Wish wish,
            Instant signedIn,
            Collection<String> roles,
            Home home,
            ObjectNode asked) {
        /** By which the user signs in. */
        String name() {
            return home == null ? user.text("userPrincipalName") : home.userPrincipalName();
        }
    }

    /**
     * @param baseUrl that the client called
     * @param code that comes with it from the authorize endpoint, null for none
     * @param accessToken likewise
     */
    public String issueV2(
            Subject subject, Tenant tenant, String baseUrl, Instant now, String code, String accessToken) {
        ObjectNode claims = common(subject, tenant, now)
                .put("iss", baseUrl + "/" + tenant.id() + "/v2.0")
                .put("ver", "2.0");
        if (subject.scopes().asks(Oidc.PROFILE)) {
            claims.put("preferred_username", subject.name());
        }
        if (code != null) {
            claims.put("c_hash", half(code));
        }
        if (accessToken != null) {
            claims.put("at_hash", half(accessToken));
        }
        claims.setAll(subject.asked());
        return Jws.sign(claims, key.identity());
    }

    public String issueV1(Subject subject, Tenant tenant, Instant now) {
        ObjectNode claims = common(subject, tenant, now)
                .put("iss", Cloud.of(tenant).tokenIssuer(tenant.id()))
                .put("unique_name", subject.name())
                .put("ver", "1.0");
        claims.set("amr", Json.array(AccessTokens.METHODS));
        claims.setAll(subject.asked());
        return Jws.sign(claims, key.identity());
    }

    /** {@code sub}: a user is another one to each client. */
    public static String subjectOf(String userId, String clientId) {
        return Opaque.pairwise(userId, clientId);
    }

    private static ObjectNode common(Subject subject, Tenant tenant, Instant now) {
        long start = now.minus(AccessTokens.BACKDATED).getEpochSecond();
        ObjectNode claims = Json.object()
                .put("aud", subject.clientId())
                .put("iat", start)
                .put("nbf", start)
                .put("exp", now.plus(LIFETIME).getEpochSecond())
                .put("aio", Opaque.random(36))
                .put("rh", "1." + Opaque.random(30) + ".")
                .put("sub", subjectOf(subject.user().id(), subject.clientId()))
                .put("tid", tenant.id())
                .put("uti", Opaque.random(16));
        if (subject.scopes().asks(Oidc.PROFILE)) {
            claims.put("name", subject.user().text("displayName"));
            claims.put("oid", subject.user().id());
        }
        AccessTokens.putIfThere(claims, "nonce", subject.wish().nonce());
        if (subject.wish().signInTime()) {
            claims.put("auth_time", subject.signedIn().getEpochSecond());
        }
        if (subject.home() != null) {
            claims.put("idp", subject.home().issuer());
        }
        if (!subject.roles().isEmpty()) {
            claims.set("roles", Json.array(subject.roles()));
        }
        return claims;
    }

    /** {@code c_hash}, {@code at_hash}: the left half of the hash (OpenID Connect Core 3.3.2.11). */
    private static String half(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, hash.length / 2));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
