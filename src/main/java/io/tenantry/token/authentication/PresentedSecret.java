package io.tenantry.token.authentication;

import io.tenantry.format.Ids;
import io.tenantry.store.Session;
import io.tenantry.token.client.Client.Verdict;
import io.tenantry.token.client.Clients;
import io.tenantry.token.http.TokenError;
import java.time.Instant;

/** A secret, however it was sent. */
record PresentedSecret(String clientId, String text) implements Credential {
    @Override
    public String acr() {
        return "1";
    }

    @Override
    public void check(Session session, Instant now) {
        String id = Ids.canonical(clientId);
        switch (Clients.find(session, id)
                .map(client -> client.verify(text, now))
                .orElse(Verdict.WRONG)) {
            case WRONG -> throw TokenError.wrongSecret(id);
            case EXPIRED -> throw TokenError.expiredSecret(id);
            case GOOD -> {}
        }
    }
}
