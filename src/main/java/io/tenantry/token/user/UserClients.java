package io.tenantry.token.user;

import io.tenantry.format.Ids;
import io.tenantry.store.Session;
import io.tenantry.store.Tenant;
import io.tenantry.token.authentication.AuthenticatedClients;
import io.tenantry.token.authentication.Credential;
import io.tenantry.token.authority.Authority;
import io.tenantry.token.client.ClientApplication;
import io.tenantry.token.client.ClientApplication.Platform;
import io.tenantry.token.client.ClientApplications;
import io.tenantry.token.client.KnownClient;
import io.tenantry.token.client.KnownClients;
import io.tenantry.token.http.SignInErrors;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenError;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Whether a client that acts for users has proved who it is, where it has to. */
@ApplicationScoped
public class UserClients {
    private final AuthenticatedClients credentials;
    private final ClientApplications applications;
    private final KnownClients knownClients;

    UserClients(AuthenticatedClients credentials, ClientApplications applications, KnownClients knownClients) {
        this.credentials = credentials;
        this.applications = applications;
        this.knownClients = knownClients;
    }

    /** What a request says of its client; not within a transaction. Throws {@link TokenError} 900144 or 700038. */
    public Credential credential(TokenCall call, Tenant tenant) {
        return credentials.credential(call, tenant);
    }

    /** The client that a request says it is from. Throws {@link TokenError} 700016, 7000112 or 50194. */
    public ClientApplication application(Session session, Authority authority, Credential credential) {
        return servedOver(authority, applications.installed(session, credential.clientId()));
    }

    /** Likewise, also one that the tenant does not have yet. */
    public ClientApplication offered(Session session, Authority authority, Credential credential) {
        return servedOver(authority, applications.offered(session, credential.clientId()));
    }

    private static ClientApplication servedOver(Authority authority, ClientApplication client) {
        if (authority instanceof Authority.Shared) {
            client.requireForManyTenants();
        }
        return client;
    }

    /**
     * @param platform that the client signs users in by; those of pages and native clients need no proof
     * @throws TokenError 7000218, 700025, or what is wrong with the credential
     */
    public ClientProof prove(
            Session session, ClientApplication client, Credential credential, Platform platform, Instant now) {
        if (credential.acr().equals("0")) {
            if (platform == Platform.WEB) {
                throw SignInErrors.credentialNeeded();
            }
            return new ClientProof(client, "0", platform);
        }
        KnownClient known = knownClients
                .find(session, Ids.canonical(credential.clientId()))
                .orElseThrow(() -> TokenError.applicationNotFound(credential.clientId(), session.tenant()));
        if (platform != Platform.WEB && !known.hasCredentials()) {
            throw SignInErrors.clientIsPublic();
        }
        credential.check(known, now);
        return new ClientProof(client, credential.acr(), platform == Platform.SPA ? Platform.SPA : Platform.WEB);
    }

    /** Where no redirect URI tells what kind of client it is. */
    public static Platform platform(ClientApplication client) {
        return client.allowsPublicFlows() ? Platform.NATIVE : Platform.WEB;
    }
}
