package io.tenantry.token.grant;

import io.tenantry.token.client.ClientApplication.Platform;
import io.tenantry.token.http.GrantErrors;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenError;

/** Pages redeem what was given to them from their own origin, others from none (token-service.md §11.5). */
final class Origins {
    private Origins() {}

    /** Throws {@link TokenError} 9002327 or 9002326. */
    static void require(TokenCall call, Platform platform) {
        boolean crossOrigin = call.headers().get("Origin") != null;
        if (platform == Platform.SPA && !crossOrigin) {
            throw GrantErrors.crossOriginOnly();
        }
        if (platform != Platform.SPA && crossOrigin) {
            throw GrantErrors.notCrossOrigin();
        }
    }
}
