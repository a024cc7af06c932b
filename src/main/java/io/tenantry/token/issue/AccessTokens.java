package io.tenantry.token.issue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.directory.role.DirectoryRoleTemplates;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.store.Tenant;
import io.tenantry.token.authority.Cloud;
import io.tenantry.token.authority.GraphAudience;
import io.tenantry.token.key.Jws;
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
                        "1",
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
        ObjectNode claims = common(tenant, GraphAudience.GRAPH, appId, displayName, clock.instant());
        boolean guest = roleTemplateIds.contains(DirectoryRoleTemplates.GUEST_USER)
                || roleTemplateIds.contains(DirectoryRoleTemplates.RESTRICTED_GUEST_USER);
        claims.put("acct", guest ? 1 : 0);
        claims.put("acr", "1");
        claims.set("amr", Json.array(List.of("pwd", "mfa")));
        claims.put("appidacr", "0");
        claims.put("idtyp", "user");
        claims.put("ipaddr", "127.0.0.1");
        claims.put("name", name);
        claims.put("oid", userId);
        claims.put("puid", Opaque.puid(userId));
        claims.put("scp", scp(scopes));
        claims.set("signin_state", Json.array(List.of("kmsi")));
        claims.put("sub", Opaque.pairwise(userId, appId));
        claims.put("unique_name", userPrincipalName);
        claims.put("upn", userPrincipalName);
        claims.set("wids", Json.array(wids(roleTemplateIds, guest)));
        claims.put("xms_idrel", "1 2");
        // the audit log names the application that acted for the user
        claims.put("xms_azp_oid", servicePrincipalId);
        return Jws.sign(claims, key.identity());
    }

    /** An app-only token for any resource. */
    public String issue(AppToken token, Tenant tenant, Instant now) {
        ObjectNode claims = common(tenant, token.audience(), token.appId(), token.displayName(), now);
        claims.put("appidacr", token.appidacr());
        claims.put("idp", Cloud.of(tenant).tokenIssuer(tenant.id()));
        claims.put("idtyp", "app");
        claims.put("oid", token.servicePrincipalId());
        claims.put("sub", token.servicePrincipalId());
        Set<String> roles = permissions.allApplication(token.permissions());
        if (!roles.isEmpty()) {
            claims.set("roles", Json.array(roles));
        }
        claims.set("wids", Json.array(token.roles().isEmpty() ? List.of(NO_ROLES) : token.roles()));
        claims.put("xms_idrel", "7 8");
        if (!token.capabilities().isEmpty()) {
            claims.set("xms_cc", Json.array(token.capabilities()));
        }
        return Jws.sign(claims, key.identity());
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

    private static ObjectNode common(Tenant tenant, String audience, String appId, String displayName, Instant now) {
        long start = now.minus(BACKDATED).getEpochSecond();
        Cloud cloud = Cloud.of(tenant);
        return Json.object()
                .put("aud", audience)
                .put("iss", cloud.tokenIssuer(tenant.id()))
                .put("iat", start)
                .put("nbf", start)
                .put("exp", now.plus(LIFETIME).getEpochSecond())
                .put("aio", Opaque.random(36))
                .put("app_displayname", displayName)
                .put("appid", Ids.canonical(appId))
                .put("rh", "1." + Opaque.random(30) + ".")
                .put("tenant_region_scope", cloud.region)
                .put("tid", tenant.id())
                .put("uti", Opaque.random(16))
                .put("ver", "1.0")
                .put("xms_ftd", Opaque.random(48))
                .put("xms_tcdt", tenant.created().getEpochSecond())
                .put("xms_tdbr", cloud.region);
    }
}
