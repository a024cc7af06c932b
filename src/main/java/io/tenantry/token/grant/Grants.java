package io.tenantry.token.grant;

import io.quarkus.arc.All;
import io.tenantry.store.Tenants;
import io.tenantry.token.authority.Authority;
import io.tenantry.token.http.TokenAnswers;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenError;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What both token endpoints do: the grant that a request names is asked for its token. */
@Singleton
class Grants {
    private final Tenants tenants;
    private final Map<String, Grant> grants = new HashMap<>();

    Grants(Tenants tenants, @All List<Grant> grants) {
        this.tenants = tenants;
        grants.forEach(grant -> grant.types().forEach(type -> this.grants.put(type, grant)));
    }

    /** What every grant needs is asked in the order in which the service complains [inferred]. */
    Response answer(TokenCall call, String grantType, TokenVersion version) {
        String type = Optional.ofNullable(grantType)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> TokenError.missing("grant_type"));
        Authority authority = Authority.of(call.tenant(), tenants);
        Grant grant = Optional.ofNullable(grants.get(type)).orElseThrow(() -> TokenError.unsupportedGrant(type));
        return TokenAnswers.tokens(call, version.body(grant.token(new TokenRequest(call, authority, version))));
    }
}
