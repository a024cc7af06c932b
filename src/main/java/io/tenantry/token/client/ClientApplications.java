package io.tenantry.token.client;

import io.tenantry.audit.Actor;
import io.tenantry.directory.application.OfferedApplications;
import io.tenantry.directory.application.OfferedApplications.Offer;
import io.tenantry.directory.application.ServicePrincipalObjects;
import io.tenantry.format.Ids;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.token.http.TokenError;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Finds what is registered of a client in a tenant. */
@ApplicationScoped
public class ClientApplications {
    private static final String NO_APPLICATION = "00000000-0000-0000-0000-000000000000";

    private final OfferedApplications applications;

    ClientApplications(OfferedApplications applications) {
        this.applications = applications;
    }

    /**
     * Throws {@link TokenError} 700016 where the tenant does not have the application, and it is none of Microsoft's command lines; 7000112
     * where it is switched off there.
     */
    public ClientApplication installed(Session session, String clientId) {
        ClientApplication found = offered(session, clientId);
        if (found.principal() == null && !found.isCommandLine()) {
            throw TokenError.applicationNotFound(clientId, session.tenant());
        }
        return found;
    }

    /** Likewise, but one that the tenant only could have is found too. */
    public ClientApplication offered(Session session, String clientId) {
        requireIdentifier(clientId);
        String appId = Ids.canonical(clientId);
        Entity principal = session.findBy("servicePrincipal", "appId", appId).orElse(null);
        ClientApplication found = applications
                .find(session, appId)
                .map(offer -> new ClientApplication(offer.application(), principal, offer.owner()))
                .orElseThrow(() -> TokenError.applicationNotFound(clientId, session.tenant()));
        if (principal != null && ServicePrincipalObjects.isSwitchedOff(principal)) {
            throw TokenError.applicationDisabled(appId, found.displayName());
        }
        return found;
    }

    /** With a service principal in the tenant, which it gets where it has none yet. */
    public ClientApplication install(Session session, ClientApplication client, Actor actor, Instant now) {
        Entity principal = session.findBy("servicePrincipal", "appId", client.appId())
                .orElseGet(() ->
                        applications.install(session, new Offer(client.application(), client.owner()), actor, now));
        return new ClientApplication(client.application(), principal, client.owner());
    }

    private static void requireIdentifier(String clientId) {
        if (!Ids.isGuid(clientId) || clientId.equals(NO_APPLICATION)) {
            throw TokenError.malformedClientId(clientId);
        }
    }
}
