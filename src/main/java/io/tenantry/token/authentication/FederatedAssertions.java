package io.tenantry.token.authentication;

import io.tenantry.format.Ids;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.token.client.KnownClients;
import io.tenantry.token.federation.ForeignIssuers;
import io.tenantry.token.federation.ForeignIssuers.Signature;
import io.tenantry.token.federation.OwnIssuers;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.key.PresentedJwt;
import io.tenantry.token.key.SigningKey;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Takes tokens of other issuers as assertions. An issuer is asked for its keys only where a credential of the client trusts it with this
 * very token, and while no transaction is open.
 */
@Singleton
class FederatedAssertions {
    private final Store store;
    private final InstantSource clock;
    private final KnownClients clients;
    private final ForeignIssuers foreign;
    private final OwnIssuers own;
    private final SigningKey key;

    FederatedAssertions(
            Store store,
            InstantSource clock,
            KnownClients clients,
            ForeignIssuers foreign,
            OwnIssuers own,
            SigningKey key) {
        this.store = store;
        this.clock = clock;
        this.clients = clients;
        this.foreign = foreign;
        this.own = own;
        this.key = key;
    }

    /** Whether a JWT is of an issuer that has an address, and not of a client. */
    static boolean isOne(PresentedJwt jwt) {
        return jwt.claim("iss").contains("://");
    }

    Credential of(String clientId, PresentedJwt token, TokenCall call, Tenant tenant) {
        Instant now = clock.instant();
        boolean fits = store.read(tenant, session -> clients.find(session, Ids.canonical(clientId))
                .filter(client -> FederatedAssertion.fits(client, token, now))
                .isPresent());
        return new FederatedAssertion(clientId, token, fits ? signature(token, call) : Signature.UNKNOWN);
    }

    private Signature signature(PresentedJwt token, TokenCall call) {
        if (!own.isOne(token.claim("iss"), call.host())) {
            return foreign.verify(token);
        }
        return token.isSignedWith(key.identity().publicKey()) ? Signature.GOOD : Signature.BAD;
    }
}
