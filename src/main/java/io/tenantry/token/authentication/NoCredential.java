package io.tenantry.token.authentication;

import io.tenantry.token.client.KnownClient;
import io.tenantry.token.http.TokenError;
import java.time.Instant;

/** A client that says who it is, and proves nothing. */
record NoCredential(String clientId) implements Credential {
    @Override
    public String acr() {
        return "0";
    }

    @Override
    public void check(KnownClient client, Instant now) {
        throw TokenError.noCredential();
    }
}
