package io.tenantry.token.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.tenantry.error.GraphError;
import io.tenantry.family.Caller;
import io.tenantry.format.Json;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.time.VirtualClock;
import io.tenantry.token.TokenWorld;
import io.tenantry.token.authority.Cloud;
import io.tenantry.token.issue.AccessTokens;
import io.tenantry.token.issue.ActingClient;
import io.tenantry.token.issue.AppToken;
import io.tenantry.token.issue.Audience;
import io.tenantry.token.issue.UserToken;
import io.tenantry.token.key.SigningKey;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TokenCheckTest {
    private static final String APP = "aaaaaaaa-0000-4000-8000-0000000000aa";
    private static final ActingClient CLIENT = new ActingClient(APP, "Lamp keeper", "sp-1", "1");
    private static final String ANA = "aaaaaaaa-0000-4000-8000-000000000001";
    private static final String SECURITY_ADMINISTRATOR = "194ae4cb-b126-40b2-bd5b-6091b380977d";

    @Inject
    Store store;

    @Inject
    VirtualClock clock;

    @Inject
    AccessTokens tokens;

    @Inject
    TokenCheck check;

    @Inject
    SigningKey key;

    private Tenant tenant;

    @BeforeEach
    void aTenant() {
        tenant = TokenWorld.tenant(store, "Harborlight").tenant;
    }

    @Test
    void anAppTokenNamesTheApplication() {
        Caller caller = check.authenticate("Bearer " + app());

        assertEquals(tenant, caller.tenant());
        assertEquals(APP, caller.appId());
        assertEquals("Lamp keeper", caller.appDisplayName());
        assertEquals("sp-1", caller.servicePrincipalId());
        assertFalse(caller.delegated());
        assertEquals(Set.of("User.Read.All"), caller.permissions());
    }

    @Test
    void aDelegatedTokenNamesUserScopesAndRoles() {
        Caller caller = check.authenticate("bearer " + delegated());

        assertEquals(ANA, caller.user().orElseThrow().id());
        assertEquals("ana@alderwood.example", caller.user().orElseThrow().userPrincipalName());
        assertEquals("Ana", caller.user().orElseThrow().displayName());
        assertEquals("sp-1", caller.servicePrincipalId());
        assertEquals(Set.of("Policy.Read.All", "openid", "profile", "email"), caller.permissions());
        assertTrue(caller.roles().contains(SECURITY_ADMINISTRATOR));
    }

    @Test
    void aDelegatedTokenHasTheClaimsThatClientsRead() {
        ObjectNode claims = claims(delegated());

        assertEquals("user", claims.get("idtyp").asText());
        assertEquals("Policy.Read.All openid profile email", claims.get("scp").asText());
        assertEquals("ana@alderwood.example", claims.get("upn").asText());
        assertEquals("ana@alderwood.example", claims.get("unique_name").asText());
        assertEquals(
                "[\"" + SECURITY_ADMINISTRATOR + "\",\"b79fbf4d-3ef9-4689-8143-76b194e85509\"]",
                claims.get("wids").toString());
        assertFalse(claims.has("roles"));
        assertFalse(claims.has("idp"));
    }

    @Test
    void aTokenSeenBeforeIsTheSameCaller() {
        String token = "Bearer " + app();

        assertSame(check.authenticate(token), check.authenticate(token));
    }

    @Test
    void noTokenIsEmpty() {
        refused(null, "Access token is empty.");
        refused("", "Access token is empty.");
        refused("Bearer ", "Access token is empty.");
        refused("Basic YTpi", "Access token is empty.");
    }

    @Test
    void whatIsNoJwtIsNotWellFormed() {
        refused(
                "Bearer opaque",
                "IDX14100: JWT is not well formed, there are no dots (.).\nThe token needs to be in JWS or JWE Compact"
                        + " Serialization Format. (JWS): 'EncodedHeader.EncodedPayload.EncodedSignature'. (JWE):"
                        + " 'EncodedProtectedHeader.EncodedEncryptedKey.EncodedInitializationVector.EncodedCiphertext.EncodedAuthenticationTag'.");
        refused("Bearer a.b.c", "CompactToken parsing failed with error code: 80049217");
    }

    @Test
    void aTokenEndsWithItsLifetime() {
        clock.set(Instant.parse("2026-01-05T10:00:00Z"), true);
        String token = "Bearer " + app();
        clock.set(Instant.parse("2026-01-05T10:59:59Z"), true);
        check.authenticate(token);

        clock.set(Instant.parse("2026-01-05T11:00:00Z"), true);

        refused(token, "Lifetime validation failed, the token is expired.");
    }

    @Test
    void aTokenOutlivesAClockThatIsSetBack() {
        clock.set(Instant.parse("2026-01-05T10:00:00Z"), true);
        String token = "Bearer " + app();

        clock.set(Instant.parse("2026-01-01T00:00:00Z"), true);

        check.authenticate(token);
    }

    @Test
    void anotherAudienceIsRefused() {
        String issuer = Cloud.of(tenant).tokenIssuer(tenant.id());
        Audience management = new Audience("https://management.azure.com", issuer, Audience.Form.MICROSOFT);
        AppToken other = new AppToken(management, CLIENT, List.of(), Set.of(), List.of(), Json.object());

        refused(
                "Bearer " + tokens.issue(other, tenant, clock.now()),
                "Access token validation failure. Invalid audience.");
    }

    private String app() {
        return tokens.issueApp(tenant, CLIENT, List.of("User.Read.All"));
    }

    private String delegated() {
        return tokens.issueDelegated(
                tenant,
                CLIENT,
                UserToken.Person.madeUp(ANA, "ana@alderwood.example", "Ana", List.of(SECURITY_ADMINISTRATOR)),
                List.of("Policy.Read.All"));
    }

    private void refused(String authorization, String message) {
        GraphError error = assertThrows(GraphError.class, () -> check.authenticate(authorization));
        assertEquals(401, error.status());
        assertEquals("InvalidAuthenticationToken", error.code());
        assertEquals(message, error.getMessage());
    }

    private static ObjectNode claims(String token) {
        return Json.parseObject(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1])));
    }
}
