package io.tenantry.token.authentication;

import io.tenantry.token.client.KnownClient;
import io.tenantry.token.http.TokenError;
import java.time.Instant;

/** A secret, however it was sent. */
record PresentedSecret(String clientId, String text) implements Credential {
    @Override
    public String acr() {
        return "1";
    }

    @Override
    public void check(KnownClient client, Instant now) {
        switch (client.verify(text, now)) {
            case WRONG -> throw TokenError.wrongSecret(client.appId());
            case EXPIRED -> throw TokenError.expiredSecret(client.appId());
            case GOOD -> {}
        }
    }
}
