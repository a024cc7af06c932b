package io.tenantry.token.authentication;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.format.Json;
import io.tenantry.store.Session;
import io.tenantry.store.Tenant;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenError;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code client_assertion}: a JWT that the client signed with the key of a certificate (token-service.md §4). No application of this server
 * has a certificate registered yet.
 */
@Priority(-1)
@Singleton
class Assertion implements ClientAuthentication {
    /** @param text the assertion */
    private record Signed(String clientId, String text) implements Credential {
        @Override
        public String acr() {
            return "2";
        }

        /** 700027 with the thumbprint that the assertion names, 50027 where it is no JWT. */
        @Override
        public void check(Session session, Instant now) {
            try {
                byte[] header = Base64.getUrlDecoder().decode(text.split("\\.", 2)[0]);
                throw TokenError.unregisteredCertificate(thumbprint(Json.MAPPER.readTree(header)));
            } catch (IOException | IllegalArgumentException e) {
                throw TokenError.malformedAssertion();
            }
        }
    }

    @Override
    public Optional<Credential> sent(TokenCall call, Tenant tenant) {
        return call.field("client_assertion").map(text -> new Signed(call.required("client_id"), text));
    }

    private static String thumbprint(JsonNode header) {
        return Stream.of("x5t", "x5t#S256", "kid")
                .filter(header::hasNonNull)
                .findFirst()
                .map(name -> HexFormat.of()
                        .withUpperCase()
                        .formatHex(decode(header.get(name).asText())))
                .orElse("");
    }

    /** Clients write base64 as well as base64url. */
    private static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text.replace('+', '-').replace('/', '_'));
    }
}
