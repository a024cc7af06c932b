package io.tenantry.token.issue;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.tenantry.directory.role.DirectoryRoleTemplates;
import io.tenantry.format.Ids;
import io.tenantry.store.Tenant;
import io.tenantry.token.authority.Cloud;
import io.tenantry.token.authority.GraphAudience;
import io.tenantry.token.key.SigningKey;
import io.tenantry.token.permission.Permissions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Issues access tokens in v1.0 format, which Microsoft Graph always gets (token-service.md §8.1). */
@ApplicationScoped
public class AccessTokens {
    public static final Duration LIFETIME = Duration.ofHours(1);
    /** How far back the start of a token's life is dated. */
    public static final Duration BACKDATED = Duration.ofMinutes(5);

    /** In {@code wids} of an application without directory roles. */
    private static final String NO_ROLES = "0997a1d0-0d1d-4acb-b408-d5ca73121e90";
    /** In {@code wids} of every user that is a member. */
    private static final String MEMBER = "b79fbf4d-3ef9-4689-8143-76b194e85509";

    private final SigningKey key;
    private final InstantSource clock;
    private final Permissions permissions;

    AccessTokens(SigningKey key, InstantSource clock, Permissions permissions) {
        this.key = key;
        this.clock = clock;
        this.permissions = permissions;
    }

    /**
     * An app-only token for Microsoft Graph.
     *
     * @param granted application permissions; {@code *} stands for all that there are
     */
    public String issueApp(
            Tenant tenant, String appId, String displayName, String servicePrincipalId, Collection<String> granted) {
        return issue(
                new AppToken(
                        GraphAudience.GRAPH,
                        appId,
                        displayName,
                        servicePrincipalId,
                        Set.copyOf(granted),
                        Set.of(),
                        List.of()),
                tenant,
                clock.instant());
    }

    /**
     * A delegated token for Microsoft Graph.
     *
     * @param servicePrincipalId of the application that acts for the user
     * @param scopes {@code *} stands for all that there are
     * @param roleTemplateIds directory roles that the user holds; for a guest with the guest role among them
     */
    public String issueDelegated(
            Tenant tenant,
            String appId,
            String displayName,
            String servicePrincipalId,
            String userId,
            String userPrincipalName,
            String name,
            Collection<String> scopes,
            Collection<String> roleTemplateIds) {
        JwtClaimsBuilder claims = common(tenant, GraphAudience.GRAPH, appId, displayName, clock.instant());
        boolean guest = roleTemplateIds.contains(DirectoryRoleTemplates.GUEST_USER)
                || roleTemplateIds.contains(DirectoryRoleTemplates.RESTRICTED_GUEST_USER);
        claims.claim("acct", guest ? 1 : 0);
        claims.claim("acr", "1");
        claims.claim("amr", List.of("pwd", "mfa"));
        claims.claim("appidacr", "0");
        claims.claim("idtyp", "user");
        claims.claim("ipaddr", "127.0.0.1");
        name(claims, "name", name);
        claims.claim("oid", userId);
        claims.claim("puid", Opaque.puid(userId));
        claims.claim("scp", scp(scopes));
        claims.claim("signin_state", List.of("kmsi"));
        claims.claim("sub", Opaque.pairwise(userId, appId));
        claims.claim("unique_name", userPrincipalName);
        claims.claim("upn", userPrincipalName);
        claims.claim("wids", wids(roleTemplateIds, guest));
        claims.claim("xms_idrel", "1 2");
        // the audit log names the application that acted for the user
        claims.claim("xms_azp_oid", servicePrincipalId);
        return key.identity().sign(claims);
    }

    /** An app-only token for any resource. */
    public String issue(AppToken token, Tenant tenant, Instant now) {
        JwtClaimsBuilder claims = common(tenant, token.audience(), token.appId(), token.displayName(), now);
        claims.claim("appidacr", "1");
        claims.claim("idp", Cloud.of(tenant).tokenIssuer(tenant.id()));
        claims.claim("idtyp", "app");
        claims.claim("oid", token.servicePrincipalId());
        claims.claim("sub", token.servicePrincipalId());
        Set<String> roles = permissions.allApplication(token.permissions());
        if (!roles.isEmpty()) {
            claims.claim("roles", roles);
        }
        claims.claim("wids", token.roles().isEmpty() ? List.of(NO_ROLES) : token.roles());
        claims.claim("xms_idrel", "7 8");
        if (!token.capabilities().isEmpty()) {
            claims.claim("xms_cc", token.capabilities());
        }
        return key.identity().sign(claims);
    }

    /** What was granted, and what signing in always brings along. */
    private String scp(Collection<String> scopes) {
        Set<String> granted = new LinkedHashSet<>(permissions.allDelegated(scopes));
        granted.addAll(List.of("openid", "profile", "email"));
        return String.join(" ", granted);
    }

    private static Set<String> wids(Collection<String> roleTemplateIds, boolean guest) {
        Set<String> wids = new LinkedHashSet<>(roleTemplateIds);
        if (!guest) {
            wids.add(MEMBER);
        }
        return wids;
    }

    private static JwtClaimsBuilder common(
            Tenant tenant, String audience, String appId, String displayName, Instant now) {
        long start = now.minus(BACKDATED).getEpochSecond();
        Cloud cloud = Cloud.of(tenant);
        JwtClaimsBuilder claims = Jwt.claims()
                .claim("aud", audience)
                .claim("iss", cloud.tokenIssuer(tenant.id()))
                .claim("iat", start)
                .claim("nbf", start)
                .claim("exp", now.plus(LIFETIME).getEpochSecond())
                .claim("aio", Opaque.random(36))
                .claim("appid", Ids.canonical(appId))
                .claim("rh", "1." + Opaque.random(30) + ".")
                .claim("tenant_region_scope", cloud.region)
                .claim("tid", tenant.id())
                .claim("uti", Opaque.random(16))
                .claim("ver", "1.0")
                .claim("xms_ftd", Opaque.random(48))
                .claim("xms_tcdt", tenant.created().getEpochSecond())
                .claim("xms_tdbr", cloud.region);
        name(claims, "app_displayname", displayName);
        return claims;
    }

    /** Not everything has one. */
    private static void name(JwtClaimsBuilder claims, String claim, String name) {
        if (name != null) {
            claims.claim(claim, name);
        }
    }
}
