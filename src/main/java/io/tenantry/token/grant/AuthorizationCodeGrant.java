package io.tenantry.token.grant;

import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import io.tenantry.token.authentication.Credential;
import io.tenantry.token.authority.Authority;
import io.tenantry.token.client.ClientApplication;
import io.tenantry.token.client.ClientApplication.Platform;
import io.tenantry.token.code.AuthorizationCodes;
import io.tenantry.token.code.AuthorizationCodes.Code;
import io.tenantry.token.code.CodeVerifier;
import io.tenantry.token.http.GrantErrors;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenError;
import io.tenantry.token.issue.IdTokens;
import io.tenantry.token.scope.RequestedScopes;
import io.tenantry.token.signin.Accounts;
import io.tenantry.token.signin.SignIn;
import io.tenantry.token.user.UserClients;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/** {@code grant_type=authorization_code}: the second leg of a sign-in, good once (token-service.md §3, §11.5 to §11.7). */
@ApplicationScoped
class AuthorizationCodeGrant implements Grant {
    private final Store store;
    private final InstantSource clock;
    private final Tenants tenants;
    private final UserClients clients;
    private final Accounts accounts;
    private final AuthorizationCodes codes;
    private final UserGrants tokens;

    AuthorizationCodeGrant(
            Store store,
            InstantSource clock,
            Tenants tenants,
            UserClients clients,
            Accounts accounts,
            AuthorizationCodes codes,
            UserGrants tokens) {
        this.store = store;
        this.clock = clock;
        this.tenants = tenants;
        this.clients = clients;
        this.accounts = accounts;
        this.codes = codes;
        this.tokens = tokens;
    }

    @Override
    public Set<String> types() {
        return Set.of("authorization_code");
    }

    @Override
    public IssuedToken token(TokenRequest request) {
        TokenCall call = request.call();
        Code code = codes.read(call.required("code")).orElseThrow(GrantErrors::malformedGrant);
        Tenant tenant = tenant(request.authority(), code);
        Credential credential = clients.credential(call, tenant);
        Instant now = clock.instant();
        SignIn signIn = accounts.require(code.signIn(), tenant);
        IssuedToken token = store.read(tenant, session -> exchange(session, request, code, credential, signIn, now));
        // signed before, so that writers of the tenant do not wait for it
        if (!store.write(tenant, session -> codes.redeem(session, code, now))) {
            throw GrantErrors.codeRedeemed();
        }
        return token;
    }

    private IssuedToken exchange(
            Session session, TokenRequest request, Code code, Credential credential, SignIn signIn, Instant now) {
        TokenCall call = request.call();
        ClientApplication client = clients.application(session, request.authority(), credential);
        if (!client.appId().equals(code.request().clientId())) {
            throw GrantErrors.otherClient();
        }
        Origins.require(call, code.request().platform());
        var proof = clients.prove(session, client, credential, code.request().platform(), now);
        requireGood(call, code, now);
        if (call.hasField("scope") && call.field("scope").isEmpty()) {
            throw TokenError.emptyScope();
        }
        RequestedScopes scopes = UserGrants.asked(call, request.version())
                .orElseGet(() -> RequestedScopes.parse(code.request().scope()).first());
        return tokens.issue(
                session,
                request,
                proof,
                signIn,
                scopes,
                now,
                new IdTokens.Wish(code.request().nonce(), code.request().signInTime()));
    }

    private Tenant tenant(Authority authority, Code code) {
        if (authority instanceof Authority.Single single
                && !single.tenant().id().equals(code.tenantId())) {
            throw GrantErrors.otherTenant();
        }
        return tenants.byId(code.tenantId()).orElseThrow(GrantErrors::malformedGrant);
    }

    /** Throws {@link TokenError} 900144, 500112, 70008, 9002325, 50148 or 501481. */
    private static void requireGood(TokenCall call, Code code, Instant now) {
        if (!call.required("redirect_uri").equals(code.request().redirectUri())) {
            throw GrantErrors.otherRedirectUri();
        }
        if (code.isOver(now)) {
            throw GrantErrors.codeExpired();
        }
        if (code.request().platform() == Platform.SPA && code.request().challenge() == null) {
            throw GrantErrors.crossOriginNeedsPkce();
        }
        call.field("code_verifier")
                .ifPresentOrElse(
                        presented -> CodeVerifier.require(code.request(), presented),
                        () -> CodeVerifier.requireNone(code.request()));
    }
}
