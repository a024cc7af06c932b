package io.tenantry.token.grant;

import io.tenantry.directory.application.GrantedPermissions;
import io.tenantry.directory.role.Roles;
import io.tenantry.format.Ids;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.token.authentication.AuthenticatedClients;
import io.tenantry.token.authentication.Credential;
import io.tenantry.token.authority.Authority;
import io.tenantry.token.claim.ApplicationClaims;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenError;
import io.tenantry.token.issue.AccessTokens;
import io.tenantry.token.issue.ActingClient;
import io.tenantry.token.issue.AppToken;
import io.tenantry.token.issue.Audience;
import io.tenantry.token.scope.Resource;
import io.tenantry.token.scope.Resources;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/** {@code grant_type=client_credentials}: a token for the application itself (token-service.md §3). */
@ApplicationScoped
class ClientCredentialsGrant implements Grant {
    private final Store store;
    private final InstantSource clock;
    private final AccessTokens tokens;
    private final AuthenticatedClients clients;
    private final Resources resources;
    private final ApplicationClaims claims;

    ClientCredentialsGrant(
            Store store,
            InstantSource clock,
            AccessTokens tokens,
            AuthenticatedClients clients,
            Resources resources,
            ApplicationClaims claims) {
        this.store = store;
        this.clock = clock;
        this.tokens = tokens;
        this.clients = clients;
        this.resources = resources;
        this.claims = claims;
    }

    @Override
    public Set<String> types() {
        return Set.of("client_credentials");
    }

    @Override
    public IssuedToken token(TokenRequest request) {
        TokenCall call = request.call();
        String resource = RequestedResource.of(request);
        Tenant tenant = tenant(request.authority());
        Credential credential = clients.credential(call, tenant);
        Instant now = clock.instant();
        AppToken token = store.read(tenant, session -> token(session, call, credential, resource, now));
        return IssuedToken.forApp(tokens.issue(token, tenant, now), resource, now);
    }

    /** A tenant must be named: nothing in the request tells which one is meant (token-service.md §9.8). */
    private static Tenant tenant(Authority authority) {
        if (authority instanceof Authority.Single single) {
            return single.tenant();
        }
        throw authority.segment().equals("organizations") ? TokenError.noTenant() : TokenError.notOverCommon();
    }

    private AppToken token(Session session, TokenCall call, Credential credential, String name, Instant now) {
        Entity principal = clients.principal(session, credential, now);
        Resource resource = resources.find(session, call.host(), name);
        Set<String> permissions = GrantedPermissions.of(session, principal.id(), resource.appId());
        requireAssigned(principal, resource, permissions);
        Set<String> roles = directoryRoles(session, principal.id());
        return new AppToken(
                Audience.of(resource, session.tenant(), call.baseUrl()),
                new ActingClient(
                        Ids.canonical(credential.clientId()),
                        principal.text("displayName"),
                        principal.id(),
                        credential.acr()),
                permissions,
                roles,
                resource.hears(RequestedCapabilities.of(call)),
                claims.of(resource.application(), session, roles));
    }

    /** Where a resource is only for those who were assigned to it. */
    private static void requireAssigned(Entity principal, Resource resource, Set<String> permissions) {
        boolean closed = resource.principal() != null && resource.principal().flag("appRoleAssignmentRequired");
        if (closed && permissions.isEmpty() && !resource.appId().equals(principal.text("appId"))) {
            throw TokenError.applicationNotAssigned(principal.text("displayName"), resource.audience());
        }
    }

    /** Most applications belong to nothing, and asking that is cheaper than following groups. */
    private static Set<String> directoryRoles(Session session, String principalId) {
        return session.references().sources("member", principalId).isEmpty()
                ? Set.of()
                : Roles.heldBy(session, principalId);
    }
}
