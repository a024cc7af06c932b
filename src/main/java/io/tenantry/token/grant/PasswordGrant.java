package io.tenantry.token.grant;

import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.token.authentication.Credential;
import io.tenantry.token.authority.Authority;
import io.tenantry.token.authority.GraphAudience;
import io.tenantry.token.client.ClientApplication;
import io.tenantry.token.http.SignInErrors;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenError;
import io.tenantry.token.scope.RequestedScopes;
import io.tenantry.token.signin.Account;
import io.tenantry.token.signin.Accounts;
import io.tenantry.token.signin.SignIn;
import io.tenantry.token.user.ClientProof;
import io.tenantry.token.user.UserClients;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/**
 * {@code grant_type=password}: name and password of a user (token-service.md §3). The tenant that has the domain of the name knows the
 * password; elsewhere the user is a guest (conditional-access.md §12.3).
 */
@ApplicationScoped
class PasswordGrant implements Grant {
    private final Store store;
    private final InstantSource clock;
    private final UserClients clients;
    private final Accounts accounts;
    private final UserGrants tokens;

    PasswordGrant(Store store, InstantSource clock, UserClients clients, Accounts accounts, UserGrants tokens) {
        this.store = store;
        this.clock = clock;
        this.clients = clients;
        this.accounts = accounts;
        this.tokens = tokens;
    }

    @Override
    public Set<String> types() {
        return Set.of("password");
    }

    @Override
    public IssuedToken token(TokenRequest request) {
        TokenCall call = request.call();
        String name = call.required("username");
        String password = call.required("password");
        Tenant tenant = tenant(request.authority(), name);
        Credential credential = clients.credential(call, tenant);
        RequestedScopes scopes = scopes(request);
        Instant now = clock.instant();
        ClientProof proof = store.read(tenant, session -> {
            ClientApplication client = clients.application(session, request.authority(), credential);
            return clients.prove(session, client, credential, UserClients.platform(client), now);
        });
        Account account = accounts.authenticate(accounts.home(name).orElse(tenant), name, password);
        return store.read(tenant, session -> issue(session, request, proof, account, scopes, now));
    }

    private IssuedToken issue(
            Session session,
            TokenRequest request,
            ClientProof proof,
            Account account,
            RequestedScopes scopes,
            Instant now) {
        return tokens.issue(session, request, proof, SignIn.begun(account, now), scopes, now);
    }

    private static RequestedScopes scopes(TokenRequest request) {
        return UserGrants.asked(request.call(), request.version()).orElseGet(() -> switch (request.version()) {
            case V1 -> RequestedScopes.everythingAt(GraphAudience.DIRECTORY_GRAPH);
            case V2 -> throw TokenError.missing("scope");
        });
    }

    /** Of {@code organizations} the tenant that has the domain of the name; not over {@code common} and {@code consumers}. */
    private Tenant tenant(Authority authority, String name) {
        if (authority instanceof Authority.Single single) {
            return single.tenant();
        }
        if (!authority.segment().equals("organizations")) {
            throw TokenError.notOverCommon();
        }
        return accounts.home(name).orElseThrow(SignInErrors::noSuchDomain);
    }
}
