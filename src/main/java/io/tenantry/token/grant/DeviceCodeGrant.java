package io.tenantry.token.grant;

import io.tenantry.format.Ids;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import io.tenantry.token.authentication.Credential;
import io.tenantry.token.authority.Authority;
import io.tenantry.token.client.ClientApplication;
import io.tenantry.token.code.DeviceCodes;
import io.tenantry.token.code.DeviceCodes.DeviceCode;
import io.tenantry.token.http.GrantErrors;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenError;
import io.tenantry.token.scope.RequestedScopes;
import io.tenantry.token.signin.Accounts;
import io.tenantry.token.signin.SignIn;
import io.tenantry.token.user.ClientProof;
import io.tenantry.token.user.UserClients;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/** A device asks whether its user has signed in elsewhere (token-service.md §5). */
@ApplicationScoped
class DeviceCodeGrant implements Grant {
    private final Store store;
    private final InstantSource clock;
    private final Tenants tenants;
    private final UserClients clients;
    private final Accounts accounts;
    private final DeviceCodes codes;
    private final UserGrants tokens;

    DeviceCodeGrant(
            Store store,
            InstantSource clock,
            Tenants tenants,
            UserClients clients,
            Accounts accounts,
            DeviceCodes codes,
            UserGrants tokens) {
        this.store = store;
        this.clock = clock;
        this.tenants = tenants;
        this.clients = clients;
        this.accounts = accounts;
        this.codes = codes;
        this.tokens = tokens;
    }

    /** MSAL Node and MSAL4J use the short name [tested]. */
    @Override
    public Set<String> types() {
        return Set.of("urn:ietf:params:oauth:grant-type:device_code", "device_code");
    }

    @Override
    public IssuedToken token(TokenRequest request) {
        TokenCall call = request.call();
        String text = call.field("device_code")
                .orElseGet(() -> call.field("code").orElseThrow(() -> TokenError.missing("device_code")));
        DeviceCode code = codes.byDeviceCode(text).orElseThrow(GrantErrors::badVerificationCode);
        requireSameTenant(request.authority(), code);
        Instant now = clock.instant();
        Tenant place = code.approval() == null
                ? code.place()
                : tenants.byId(code.approval().tenantId()).orElseThrow(GrantErrors::badVerificationCode);
        Credential credential = clients.credential(call, place);
        ClientProof proof = store.read(place, session -> proof(session, request.authority(), credential, code, now));
        requireApproved(code, now);
        SignIn signIn = accounts.require(code.approval().signIn(), place);
        IssuedToken token = store.read(place, session -> issue(session, request, proof, signIn, code, now));
        if (!codes.redeem(code)) {
            throw GrantErrors.codeRedeemed();
        }
        return token;
    }

    /** What was asked for over everybody's authority is the tenant's that approved it. */
    private static void requireSameTenant(Authority authority, DeviceCode code) {
        String tenant =
                code.approval() == null ? code.authority() : code.approval().tenantId();
        if (authority instanceof Authority.Single single
                && Ids.isGuid(tenant)
                && !tenant.equals(single.tenant().id())) {
            throw GrantErrors.otherTenant();
        }
    }

    private ClientProof proof(
            Session session, Authority authority, Credential credential, DeviceCode code, Instant now) {
        ClientApplication client = clients.offered(session, authority, credential);
        if (!client.appId().equals(code.clientId())) {
            throw GrantErrors.otherClient();
        }
        return clients.prove(session, client, credential, UserClients.platform(client), now);
    }

    private static void requireApproved(DeviceCode code, Instant now) {
        if (code.state() == DeviceCodes.State.REDEEMED) {
            throw GrantErrors.codeRedeemed();
        }
        if (code.isOver(now)) {
            throw GrantErrors.deviceCodeExpired();
        }
        switch (code.state()) {
            case PENDING -> throw GrantErrors.authorizationPending();
            case DECLINED -> throw GrantErrors.authorizationDeclined();
            default -> {}
        }
    }

    private IssuedToken issue(
            Session session, TokenRequest request, ClientProof proof, SignIn signIn, DeviceCode code, Instant now) {
        return tokens.issue(session, request, proof, signIn, RequestedScopes.parse(code.scope()), now);
    }
}
