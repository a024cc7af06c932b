package io.tenantry.token.grant;

import java.util.Set;

/** A way to a token (token-service.md §3), chosen by {@code grant_type}. Beans of this type are found by themselves. */
public interface Grant {
    /** The values of {@code grant_type} that mean it. */
    Set<String> types();

    /** Throws {@link io.tenantry.token.http.TokenError}. */
    IssuedToken token(TokenRequest request);
}
