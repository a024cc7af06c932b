package io.tenantry.token.grant;

import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.token.authentication.Credential;
import io.tenantry.token.authority.Authority;
import io.tenantry.token.client.ClientApplication;
import io.tenantry.token.client.ClientApplication.Platform;
import io.tenantry.token.http.GrantErrors;
import io.tenantry.token.http.SignInErrors;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenError;
import io.tenantry.token.key.SigningKey;
import io.tenantry.token.scope.RequestedScopes;
import io.tenantry.token.signin.Account;
import io.tenantry.token.signin.HomeAccounts;
import io.tenantry.token.signin.SignIn;
import io.tenantry.token.user.UserClients;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/** On behalf of: an API that was called with a user's token asks for one of the same user for another resource (token-service.md §3). */
@ApplicationScoped
class OnBehalfOfGrant implements Grant {
    private final Store store;
    private final InstantSource clock;
    private final SigningKey key;
    private final UserClients clients;
    private final HomeAccounts accounts;
    private final UserGrants tokens;

    OnBehalfOfGrant(
            Store store,
            InstantSource clock,
            SigningKey key,
            UserClients clients,
            HomeAccounts accounts,
            UserGrants tokens) {
        this.store = store;
        this.clock = clock;
        this.key = key;
        this.clients = clients;
        this.accounts = accounts;
        this.tokens = tokens;
    }

    @Override
    public Set<String> types() {
        return Set.of("urn:ietf:params:oauth:grant-type:jwt-bearer");
    }

    @Override
    public IssuedToken token(TokenRequest request) {
        TokenCall call = request.call();
        if (!call.required("requested_token_use").equals("on_behalf_of")) {
            throw GrantErrors.unsupportedTokenUse();
        }
        String assertion = call.required("assertion");
        Tenant tenant = tenant(request.authority());
        Credential credential = clients.credential(call, tenant);
        RequestedScopes scopes = UserGrants.asked(call, request.version())
                .orElseThrow(() -> TokenError.missing(request.version() == TokenVersion.V1 ? "resource" : "scope"));
        Instant now = clock.instant();
        return store.read(tenant, session -> {
            ClientApplication client = clients.application(session, request.authority(), credential);
            var proof = clients.prove(session, client, credential, Platform.WEB, now);
            UserAssertion user = UserAssertion.read(assertion, key.identity(), session, client, now);
            Account account = account(session, user);
            return tokens.issue(session, request, proof, SignIn.begun(account, user.issued()), scopes, now);
        });
    }

    private Account account(Session session, UserAssertion assertion) {
        return session.find("user", assertion.userId())
                .map(user -> accounts.of(session, user))
                .orElseThrow(() -> SignInErrors.noSuchUser(session.tenant()));
    }

    private static Tenant tenant(Authority authority) {
        if (authority instanceof Authority.Single single) {
            return single.tenant();
        }
        throw TokenError.noTenant();
    }
}
