package io.tenantry.odata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tenantry.error.GraphError;
import io.tenantry.odata.query.DeltaToken;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'n':'tenant','r':'user','c':1,'t':99999999999999999}",
                "{'n':'other','r':'user','c':1,'t':1}",
                "{'n':'tenant','r':'group','c':1,'t':1}",
                "{'n':'tenant','r':'user','c':'1','t':1}",
                "['user']",
                "1",
                ""
            })
    void aDeltaTokenThatTheServiceDidNotMakeIsMalformed(String json) {
        String token =
                Base64.getUrlEncoder().encodeToString(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));

        GraphError error = assertThrows(GraphError.class, () -> DeltaToken.read(token, "tenant", "user"));

        assertEquals("Request_BadRequest", error.code());
        assertEquals("The delta token is malformed.", error.getMessage());
    }
}
