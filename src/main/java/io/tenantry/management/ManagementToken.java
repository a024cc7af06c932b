package io.tenantry.management;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.format.Json;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import io.tenantry.token.authority.Cloud;
import io.tenantry.token.key.Jws;
import io.tenantry.token.key.SigningKey;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Whose tenant a token is for, where it is one for Resource Manager. */
@Singleton
class ManagementToken {
    private static final String BEARER = "Bearer ";
    /** Of all clouds, without a slash at the end. */
    private static final Set<String> AUDIENCES = Set.of(
            "https://management.core.windows.net",
            "https://management.azure.com",
            "https://management.core.usgovcloudapi.net",
            "https://management.usgovcloudapi.net",
            "https://management.core.chinacloudapi.cn",
            "https://management.chinacloudapi.cn");

    private final SigningKey key;
    private final Tenants tenants;
    private final InstantSource clock;

    ManagementToken(SigningKey key, Tenants tenants, InstantSource clock) {
        this.key = key;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * @param authorization value of the header, null for none
     * @throws ManagementError 401
     */
    Tenant tenant(String authorization) {
        if (authorization == null) {
            throw ManagementError.noToken();
        }
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw ManagementError.noBearer();
        }
        JsonNode claims = claims(authorization.substring(BEARER.length()).strip());
        String audience = claims.path("aud").asText();
        String lower = audience.toLowerCase(Locale.ROOT);
        if (!AUDIENCES.contains(lower.endsWith("/") ? lower.substring(0, lower.length() - 1) : lower)) {
            throw ManagementError.otherAudience(audience);
        }
        if (clock.instant().getEpochSecond() >= claims.path("exp").asLong()) {
            throw ManagementError.expired();
        }
        Tenant tenant = tenants.byId(claims.path("tid").asText()).orElseThrow(ManagementError::otherTenant);
        if (!claims.path("iss").asText().equals(Cloud.of(tenant).tokenIssuer(tenant.id()))) {
            throw ManagementError.otherTenant();
        }
        return tenant;
    }

    private JsonNode claims(String token) {
        try {
            JsonWebSignature jws = Jws.parse(token);
            jws.setKey(key.identity().publicKey());
            if (jws.verifySignature()) {
                return Json.parse(jws.getPayload());
            }
        } catch (JoseException | ClassCastException e) {
            throw ManagementError.badToken(); // as good as not signed by us
        }
        throw ManagementError.badToken();
    }
}
