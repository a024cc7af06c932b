package io.tenantry.token.grant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.format.Json;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenError;
import java.util.ArrayList;
import java.util.List;

/** {@code xms_cc} that a client asks for in its {@code claims} parameter. */
final class RequestedCapabilities {
    private RequestedCapabilities() {}

    /** Throws {@link TokenError} 9002313 where the parameter is no JSON. */
    static List<String> of(TokenCall call) {
        List<String> capabilities = new ArrayList<>();
        call.field("claims")
                .map(RequestedCapabilities::parse)
                .map(claims -> claims.path("access_token").path("xms_cc").path("values"))
                .ifPresent(values -> values.forEach(value -> capabilities.add(value.asText())));
        return capabilities;
    }

    private static JsonNode parse(String claims) {
        try {
            return Json.MAPPER.readTree(claims);
        } catch (JsonProcessingException | NumberFormatException e) {
            throw TokenError.malformed();
        }
    }
}
