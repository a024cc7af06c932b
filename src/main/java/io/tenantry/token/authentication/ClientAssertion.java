package io.tenantry.token.authentication;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.format.Json;
import io.tenantry.token.http.TokenError;
import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;

/** Certificate credentials (token-service.md §4). No application of this server has a certificate registered yet. */
public final class ClientAssertion {
    private ClientAssertion() {}

    /** 700027 with the thumbprint that the assertion names, 50027 where it is no JWT. */
    public static TokenError refusal(String assertion) {
        try {
            byte[] header = Base64.getUrlDecoder().decode(assertion.split("\\.")[0]);
            return TokenError.unregisteredCertificate(thumbprint(Json.MAPPER.readTree(header)));
        } catch (IOException | IllegalArgumentException e) {
            return TokenError.malformedAssertion();
        }
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
