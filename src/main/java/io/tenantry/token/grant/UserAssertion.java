package io.tenantry.token.grant;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.format.Json;
import io.tenantry.store.Session;
import io.tenantry.store.Tenant;
import io.tenantry.token.authority.Cloud;
import io.tenantry.token.client.ClientApplication;
import io.tenantry.token.http.GrantErrors;
import io.tenantry.token.http.TokenError;
import io.tenantry.token.key.Jws;
import io.tenantry.token.key.SigningIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * A token of a user that an API passes on (token-service.md §11.9).
 *
 * @param userId in the tenant of the token
 * @param issued when the token was
 */
record UserAssertion(String userId, Instant issued) {
    /** Clocks of others may be so far ahead. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    /** Throws {@link TokenError} 50013, 500131 or 500133. */
    static UserAssertion read(
            String text, SigningIdentity identity, Session session, ClientApplication client, Instant now) {
        JsonNode claims = claims(text, identity);
        if (!isOf(session.tenant(), claims)) {
            throw GrantErrors.assertionSignature();
        }
        if (!audiences(client).contains(claims.path("aud").asText().toLowerCase(Locale.ROOT))) {
            throw GrantErrors.assertionNotForClient();
        }
        if (now.getEpochSecond() >= claims.path("exp").asLong() + SKEW.toSeconds()) {
            throw GrantErrors.assertionExpired();
        }
        if (!claims.hasNonNull("scp")) {
            throw GrantErrors.assertionWithoutUser();
        }
        return new UserAssertion(
                claims.path("oid").asText(),
                Instant.ofEpochSecond(claims.path("iat").asLong()));
    }

    private static JsonNode claims(String text, SigningIdentity identity) {
        try {
            JsonWebSignature jws = Jws.parse(text);
            jws.setKey(identity.publicKey());
            if (jws.verifySignature()) {
                return Json.parse(jws.getPayload());
            }
        } catch (JoseException | ClassCastException e) {
            throw GrantErrors.assertionSignature(); // no token, or signed in a way that is none of ours
        }
        throw GrantErrors.assertionSignature();
    }

    /** The issuer of v2.0 tokens is called as the server was. */
    private static boolean isOf(Tenant tenant, JsonNode claims) {
        String issuer = claims.path("iss").asText();
        return claims.path("tid").asText().equals(tenant.id())
                && (issuer.equals(Cloud.of(tenant).tokenIssuer(tenant.id()))
                        || issuer.endsWith("/" + tenant.id() + "/v2.0"));
    }

    private static Set<String> audiences(ClientApplication client) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.add(client.appId());
        names.addAll(client.principal().texts("servicePrincipalNames"));
        return names;
    }
}
