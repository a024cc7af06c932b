package io.tenantry.token.grant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.store.Tenants;
import io.tenantry.token.authority.Authority;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenError;
import io.tenantry.token.issue.AccessTokens;
import jakarta.enterprise.context.ApplicationScoped;

/** {@code /oauth2/v2.0/token} and {@code /oauth2/token}: the body of a successful answer (token-service.md §3.1, §3.2). */
@ApplicationScoped
public class TokenEndpoint {
    /** One second less than the token lives. */
    private static final long EXPIRES_IN = AccessTokens.LIFETIME.toSeconds() - 1;

    private final Tenants tenants;
    private final ClientCredentialsGrant clientCredentials;

    TokenEndpoint(Tenants tenants, ClientCredentialsGrant clientCredentials) {
        this.tenants = tenants;
        this.clientCredentials = clientCredentials;
    }

    public ObjectNode v2(TokenCall call) {
        Authority authority = checked(call);
        IssuedToken token = clientCredentials.token(call, authority, RequestedResource.ofV2(call));
        return Json.object()
                .put("token_type", "Bearer")
                .put("expires_in", EXPIRES_IN)
                .put("ext_expires_in", EXPIRES_IN)
                .put("access_token", token.text());
    }

    /** Numbers are strings here. */
    public ObjectNode v1(TokenCall call) {
        Authority authority = checked(call);
        String resource = RequestedResource.ofV1(call);
        IssuedToken token = clientCredentials.token(call, authority, resource);
        long at = token.at().getEpochSecond();
        return Json.object()
                .put("token_type", "Bearer")
                .put("expires_in", Long.toString(EXPIRES_IN))
                .put("ext_expires_in", Long.toString(EXPIRES_IN))
                .put("expires_on", Long.toString(at + AccessTokens.LIFETIME.toSeconds()))
                .put("not_before", Long.toString(at - AccessTokens.BACKDATED.toSeconds()))
                .put("resource", resource)
                .put("access_token", token.text());
    }

    /** What every grant needs; in the order in which the service complains [inferred]. */
    private Authority checked(TokenCall call) {
        String grantType = call.required("grant_type");
        Authority authority = Authority.of(call.tenant(), tenants);
        if (!grantType.equals(ClientCredentialsGrant.GRANT_TYPE)) {
            throw TokenError.unsupportedGrant(grantType);
        }
        return authority;
    }
}
