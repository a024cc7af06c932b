package io.tenantry.token.scope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.tenantry.token.http.TokenError;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RequestedScopesTest {
    @Test
    void bareNamesAreThoseOfGraph() {
        RequestedScopes scopes = RequestedScopes.parse("openid User.Read https://graph.microsoft.com/Mail.Read");
        assertEquals(
                "[User.Read, Mail.Read]",
                scopes.permissions().get("https://graph.microsoft.com").toString());
        assertEquals("[openid]", scopes.oidc().toString());
    }

    @Test
    void aResourceMayEndInASlash() {
        assertEquals(
                "{https://graph.microsoft.com/=[.default]}",
                RequestedScopes.parse("https://graph.microsoft.com//.default")
                        .permissions()
                        .toString());
    }

    @Test
    void ofSeveralResourcesTheFirstIsTheOneThatIsNamedFirst() {
        assertEquals(
                "api://b/Read",
                RequestedScopes.parse("api://b/Read User.Read").first().text());
        assertEquals(
                "https://graph.microsoft.com/User.Read",
                RequestedScopes.parse("User.Read api://b/Read").first().text());
    }

    static Stream<String> wrong() {
        return Stream.of(
                "/User.Read",
                "api://b/",
                "User.Read \"x\"",
                "https://graph.microsoft.com/.default User.Read",
                "api://b/.default api://b/Read",
                ".default User.Read",
                "a ".repeat(20_000));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsNoneIsRefused(String scope) {
        TokenError error = assertThrows(TokenError.class, () -> RequestedScopes.parse(scope));
        assertEquals(70011, error.number());
        assertEquals("invalid_scope", error.error());
    }
}
