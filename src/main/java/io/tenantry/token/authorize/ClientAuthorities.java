package io.tenantry.token.authorize;

import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import io.tenantry.token.authority.Authority;
import io.tenantry.token.client.ClientApplication;
import io.tenantry.token.client.ClientApplications;
import io.tenantry.token.http.TokenError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The client of a page's request, over a tenant's authority or over everybody's. */
@ApplicationScoped
public class ClientAuthorities {
    private final Store store;
    private final Tenants tenants;
    private final ClientApplications applications;

    ClientAuthorities(Store store, Tenants tenants, ClientApplications applications) {
        this.store = store;
        this.tenants = tenants;
        this.applications = applications;
    }

    /** Throws {@link TokenError} 90002 or 900023. */
    public Authority authority(String segment) {
        return Authority.of(segment, tenants);
    }

    /** The tenant that is signed in to; empty for the user's own. */
    public Optional<Tenant> tenant(Authority authority) {
        return authority instanceof Authority.Single single ? Optional.of(single.tenant()) : Optional.empty();
    }

    /** Throws {@link TokenError} 900144, 700038, 700016, 7000112 or 50194. */
    public ClientApplication find(Authority authority, Parameters parameters) {
        String clientId = parameters.value("client_id").orElseThrow(() -> TokenError.missing("client_id"));
        return find(authority, clientId);
    }

    public ClientApplication find(Authority authority, String clientId) {
        if (authority instanceof Authority.Single single) {
            return store.read(single.tenant(), session -> applications.offered(session, clientId));
        }
        ClientApplication client = anywhere(clientId);
        client.requireForManyTenants();
        return client;
    }

    /** In its home tenant. */
    private ClientApplication anywhere(String clientId) {
        TokenError unknown = null;
        for (Tenant tenant : tenants.all()) {
            try {
                return store.read(tenant, session -> applications.offered(session, clientId));
            } catch (TokenError error) {
                unknown = error;
            }
        }
        throw unknown == null ? TokenError.noTenant() : unknown;
    }
}
