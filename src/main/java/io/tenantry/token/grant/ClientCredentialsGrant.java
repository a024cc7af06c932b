package io.tenantry.token.grant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.directory.application.GrantedPermissions;
import io.tenantry.directory.role.Roles;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.token.authentication.AuthenticatedClients;
import io.tenantry.token.authentication.Credential;
import io.tenantry.token.authority.Authority;
import io.tenantry.token.authority.GraphAudience;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenError;
import io.tenantry.token.issue.AccessTokens;
import io.tenantry.token.issue.AppToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code grant_type=client_credentials}: a token for the application itself (token-service.md §3). */
@ApplicationScoped
class ClientCredentialsGrant implements Grant {
    /** Resources of Microsoft's own that are everywhere; {@code az login} asks for them (clients.md §2.2). */
    private static final Set<String> RESOURCE_MANAGER = Set.of(
            "https://management.core.windows.net/",
            "https://management.core.windows.net",
            "https://management.azure.com/",
            "https://management.azure.com");

    private final Store store;
    private final InstantSource clock;
    private final AccessTokens tokens;
    private final AuthenticatedClients clients;

    ClientCredentialsGrant(Store store, InstantSource clock, AccessTokens tokens, AuthenticatedClients clients) {
        this.store = store;
        this.clock = clock;
        this.tokens = tokens;
        this.clients = clients;
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
        return new IssuedToken(tokens.issue(token, tenant, now), resource, now);
    }

    /** A tenant must be named: nothing in the request tells which one is meant (token-service.md §9.8). */
    private static Tenant tenant(Authority authority) {
        if (authority instanceof Authority.Single single) {
            return single.tenant();
        }
        throw authority.segment().equals("organizations") ? TokenError.noTenant() : TokenError.notOverCommon();
    }

    private AppToken token(Session session, TokenCall call, Credential credential, String resource, Instant now) {
        Entity principal = clients.principal(session, credential, now);
        String audience = audience(session, call, resource);
        return new AppToken(
                audience,
                Ids.canonical(credential.clientId()),
                principal.text("displayName"),
                principal.id(),
                credential.acr(),
                permissions(session, principal, audience),
                directoryRoles(session, principal.id()),
                capabilities(call));
    }

    /** Most applications belong to nothing, and asking that is cheaper than following groups. */
    private static Set<String> directoryRoles(Session session, String principalId) {
        return session.references().sources("member", principalId).isEmpty()
                ? Set.of()
                : Roles.heldBy(session, principalId);
    }

    /** {@code aud}: the resource as it was asked for; this server's own URL means Microsoft Graph. */
    private static String audience(Session session, TokenCall call, String resource) {
        if (GraphAudience.isGraph(resource) || RESOURCE_MANAGER.contains(resource)) {
            return resource;
        }
        if (GraphAudience.isHost(resource, call.host())) {
            return GraphAudience.GRAPH;
        }
        resourcePrincipal(session, resource).orElseThrow(() -> TokenError.resourceNotFound(resource, session.tenant()));
        return resource;
    }

    private static Optional<Entity> resourcePrincipal(Session session, String resource) {
        return session.findBy("servicePrincipal", "appId", resource)
                .or(() -> session.holding("servicePrincipalNames", resource).stream()
                        .findFirst());
    }

    private static Set<String> permissions(Session session, Entity principal, String audience) {
        if (GraphAudience.isGraph(audience)) {
            return GrantedPermissions.of(session, principal.id(), GraphAudience.APP_ID);
        }
        return resourcePrincipal(session, audience)
                .map(resource -> GrantedPermissions.of(session, principal.id(), resource.text("appId")))
                .orElse(Set.of());
    }

    /** {@code xms_cc} that the client asks for in its {@code claims} parameter. */
    private static List<String> capabilities(TokenCall call) {
        List<String> capabilities = new ArrayList<>();
        call.field("claims")
                .map(ClientCredentialsGrant::parse)
                .map(claims -> claims.path("access_token").path("xms_cc").path("values"))
                .ifPresent(values -> values.forEach(value -> capabilities.add(value.asText())));
        return capabilities;
    }

    private static JsonNode parse(String claims) {
        try {
            return Json.MAPPER.readTree(claims);
        } catch (JsonProcessingException | NumberFormatException e) {
            throw TokenError.malformed();
        }
    }
}
