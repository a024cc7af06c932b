package io.tenantry.token.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.error.GraphError;
import io.tenantry.family.Caller;
import io.tenantry.family.Callers;
import io.tenantry.format.Json;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import io.tenantry.token.authority.Cloud;
import io.tenantry.token.authority.GraphAudience;
import io.tenantry.token.key.Jws;
import io.tenantry.token.key.SigningKey;
import io.tenantry.token.permission.SightTable;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Objects;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * Reads the caller from the Authorization header, or refuses with the 401 that Graph has for it (odata-protocol.md §13.3). The signature
 * of a token is verified once; whether it still holds, on every call.
 */
@Singleton
public class TokenCheck implements Callers {
    private static final String FAILURE = "Access token validation failure.";
    private static final String COMPACT_FORM =
            "\nThe token needs to be in JWS or JWE Compact Serialization Format. (JWS):"
                    + " 'EncodedHeader.EncodedPayload.EncodedSignature'. (JWE):"
                    + " 'EncodedProtectedHeader.EncodedEncryptedKey.EncodedInitializationVector.EncodedCiphertext.EncodedAuthenticationTag'.";

    private final SigningKey key;
    private final Tenants tenants;
    private final InstantSource clock;
    private final SightTable sights;
    private final RecentTokens recent = new RecentTokens();

    TokenCheck(SigningKey key, Tenants tenants, InstantSource clock, SightTable sights) {
        this.key = key;
        this.tenants = tenants;
        this.clock = clock;
        this.sights = sights;
    }

    @Override
    public Caller authenticate(String authorization) {
        String text = bearer(authorization);
        VerifiedToken token = recent.get(text);
        if (token == null) {
            token = verify(text);
        }
        checkLifetime(token);
        // the tenant is another one than before where a scenario was loaded anew
        if (!Objects.equals(tenant(token.tenantId()), token.tenant())) {
            token = verify(text);
        }
        if (token.refusal() != null) {
            throw token.refusal();
        }
        return token.caller();
    }

    /**
     * The clock can be set back, by a reset too: a token from what is then the future stays good, so that clients may keep theirs. Only
     * the end of its life counts.
     */
    private void checkLifetime(VerifiedToken token) {
        if (clock.instant().getEpochSecond() >= token.expires()) {
            throw GraphError.unauthorized("Lifetime validation failed, the token is expired.");
        }
    }

    private VerifiedToken verify(String text) {
        JsonNode claims = claims(text);
        Tenant tenant = tenant(claims.path("tid").asText());
        VerifiedToken token = VerifiedToken.of(claims, tenant, sights, refusal(claims, tenant));
        recent.put(text, token);
        return token;
    }

    /** Null where there is none. */
    private Tenant tenant(String id) {
        return tenants.byId(id).orElse(null);
    }

    /** Why a token is none for Graph in its tenant; null where it is one. */
    private static GraphError refusal(JsonNode claims, Tenant tenant) {
        if (!GraphAudience.isGraph(claims.path("aud").asText())) {
            return GraphError.unauthorized(FAILURE + " Invalid audience.");
        }
        if (tenant == null) {
            return GraphError.unauthorized(FAILURE);
        }
        String issuer = Cloud.of(tenant).tokenIssuer(tenant.id());
        return claims.path("iss").asText().equals(issuer)
                ? null
                : GraphError.unauthorized(FAILURE + " Invalid issuer.");
    }

    private JsonNode claims(String text) {
        JsonWebSignature jws;
        try {
            jws = Jws.parse(text);
        } catch (JoseException e) {
            throw malformed(text);
        }
        jws.setKey(key.identity().publicKey());
        try {
            if (!jws.verifySignature()) {
                throw invalidSignature();
            }
            return Json.parse(jws.getPayload());
        } catch (JoseException | ClassCastException e) {
            // another algorithm than ours, none, or one that is no text: as good as not signed
            throw invalidSignature();
        }
    }

    private static String bearer(String authorization) {
        String text = authorization == null ? "" : authorization.strip();
        boolean scheme = text.regionMatches(true, 0, "Bearer ", 0, 7);
        if (!scheme) {
            throw GraphError.unauthorized("Access token is empty.");
        }
        return text.substring(7).strip();
    }

    private static GraphError invalidSignature() {
        return GraphError.unauthorized(FAILURE + " Invalid signature.");
    }

    /** Numbers and wording of Microsoft.IdentityModel, where it says what is wrong; else what Graph said before it. */
    private static GraphError malformed(String text) {
        long dots = text.chars().filter(c -> c == '.').count();
        if (dots == 0) {
            return GraphError.unauthorized("IDX14100: JWT is not well formed, there are no dots (.)." + COMPACT_FORM);
        }
        if (dots == 1) {
            return GraphError.unauthorized(
                    "IDX14120: JWT is not well formed, there is only one dot (.)." + COMPACT_FORM);
        }
        return GraphError.unauthorized("CompactToken parsing failed with error code: 80049217");
    }
}
