package io.tenantry.token.grant;

import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import io.tenantry.token.authentication.Credential;
import io.tenantry.token.authority.Authority;
import io.tenantry.token.client.ClientApplication;
import io.tenantry.token.client.ClientApplication.Platform;
import io.tenantry.token.http.GrantErrors;
import io.tenantry.token.http.SignInErrors;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenError;
import io.tenantry.token.issue.RefreshTokens;
import io.tenantry.token.issue.RefreshTokens.RefreshToken;
import io.tenantry.token.scope.RequestedScopes;
import io.tenantry.token.signin.Accounts;
import io.tenantry.token.signin.SignIn;
import io.tenantry.token.user.UserClients;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/**
 * {@code grant_type=refresh_token}: a sign-in renewed, for any resource and in any tenant where client and user are known
 * (token-service.md §11.1).
 */
@ApplicationScoped
class RefreshTokenGrant implements Grant {
    private final Store store;
    private final InstantSource clock;
    private final Tenants tenants;
    private final UserClients clients;
    private final Accounts accounts;
    private final RefreshTokens refreshTokens;
    private final UserGrants tokens;

    RefreshTokenGrant(
            Store store,
            InstantSource clock,
            Tenants tenants,
            UserClients clients,
            Accounts accounts,
            RefreshTokens refreshTokens,
            UserGrants tokens) {
        this.store = store;
        this.clock = clock;
        this.tenants = tenants;
        this.clients = clients;
        this.accounts = accounts;
        this.refreshTokens = refreshTokens;
        this.tokens = tokens;
    }

    @Override
    public Set<String> types() {
        return Set.of("refresh_token");
    }

    @Override
    public IssuedToken token(TokenRequest request) {
        TokenCall call = request.call();
        RefreshToken token =
                refreshTokens.read(call.required("refresh_token")).orElseThrow(GrantErrors::malformedGrant);
        Tenant tenant = tenant(request.authority(), token);
        Credential credential = clients.credential(call, tenant);
        Instant now = clock.instant();
        RequestedScopes scopes = UserGrants.asked(call, request.version())
                .orElseGet(() -> RequestedScopes.parse(token.scope()))
                .first()
                .renewable();
        SignIn signIn = accounts.resume(token.signIn()).orElseThrow(() -> SignInErrors.noSuchUser(tenant));
        return store.read(tenant, session -> {
            ClientApplication client = clients.application(session, request.authority(), credential);
            requireSameClient(client, token);
            Origins.require(call, token.platform());
            var proof = clients.prove(session, client, credential, token.platform(), now);
            requireGood(token, signIn, now);
            return tokens.issue(session, request, proof, signIn, scopes, now);
        });
    }

    private Tenant tenant(Authority authority, RefreshToken token) {
        return authority instanceof Authority.Single single
                ? single.tenant()
                : tenants.byId(token.tenantId()).orElseThrow(GrantErrors::malformedGrant);
    }

    private static void requireSameClient(ClientApplication client, RefreshToken token) {
        if (!client.appId().equals(token.clientId())) {
            throw GrantErrors.otherClient();
        }
    }

    /** Throws {@link TokenError} 50057, 50173, 700084 or 700082. */
    private static void requireGood(RefreshToken token, SignIn signIn, Instant now) {
        Accounts.requireEnabled(signIn.account().user());
        boolean byPassword = token.platform() != Platform.WEB;
        if (signIn.isRevoked() || byPassword && signIn.isBeforeThePassword()) {
            throw GrantErrors.revoked(token.issued());
        }
        if (token.platform() == Platform.SPA && !now.isBefore(signIn.at().plus(RefreshTokens.SINGLE_PAGE))) {
            throw GrantErrors.singlePageOver(signIn.at());
        }
        if (!now.isBefore(token.issued().plus(RefreshTokens.INACTIVE))) {
            throw GrantErrors.refreshTokenInactive(token.issued());
        }
    }
}
