package io.tenantry.token.authentication;

import io.quarkus.arc.All;
import io.tenantry.directory.application.ServicePrincipalObjects;
import io.tenantry.format.Ids;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Tenant;
import io.tenantry.token.client.KnownClient;
import io.tenantry.token.client.KnownClients;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenError;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which client a request is from, and whether it proved it. */
@Singleton
public class AuthenticatedClients {
    private static final String NO_APPLICATION = "00000000-0000-0000-0000-000000000000";

    private final List<ClientAuthentication> ways;
    private final KnownClients clients;

    AuthenticatedClients(@All List<ClientAuthentication> ways, KnownClients clients) {
        this.ways = ways;
        this.clients = clients;
    }

    /**
     * What a request says of its client, which is still to be checked. Throws {@link TokenError} 900144 where there is no client id, 700038
     * where it is none. Not within a transaction: the keys of a foreign issuer may have to be fetched.
     *
     * @param tenant where the client is to be found
     */
    public Credential credential(TokenCall call, Tenant tenant) {
        Credential credential = ways.stream()
                .map(way -> way.sent(call, tenant))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> new NoCredential(call.required("client_id")));
        if (!Ids.isGuid(credential.clientId()) || credential.clientId().equals(NO_APPLICATION)) {
            throw TokenError.malformedClientId(credential.clientId());
        }
        return credential;
    }

    /** The service principal of a client that is known in a tenant, enabled, and the one that it says. */
    public Entity principal(Session session, Credential credential, Instant now) {
        KnownClient client = clients.find(session, Ids.canonical(credential.clientId()))
                .orElseThrow(() -> TokenError.applicationNotFound(credential.clientId(), session.tenant()));
        credential.check(client, now);
        Entity principal = client.principal().orElseThrow();
        if (ServicePrincipalObjects.isSwitchedOff(principal)) {
            throw TokenError.applicationDisabled(client.appId(), principal.text("displayName"));
        }
        return principal;
    }
}
