package io.tenantry.token.issue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.store.Tenant;
import io.tenantry.token.authority.Cloud;
import io.tenantry.token.claim.DirectoryRoleClaims;
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

/** Issues access tokens, in v1.0 format for Microsoft Graph and whoever does not ask for another (token-service.md §8.1, §11.12). */
@ApplicationScoped
public class AccessTokens {
    public static final Duration LIFETIME = Duration.ofHours(1);
    /** How far back the start of a token's life is dated. */
    public static final Duration BACKDATED = Duration.ofMinutes(5);
    /** How users proved who they are: nothing here asks them for more than a password. */
    static final List<String> METHODS = List.of("pwd");

    private final SigningKey key;
    private final InstantSource clock;
    private final Permissions permissions;

    AccessTokens(SigningKey key, InstantSource clock, Permissions permissions) {
        this.key = key;
        this.clock = clock;
        this.permissions = permissions;
    }

    /** An app-only token for Microsoft Graph. */
    public String issueApp(Tenant tenant, ActingClient client, Collection<String> granted) {
        AppToken token =
                new AppToken(Audience.graph(tenant), client, Set.copyOf(granted), Set.of(), List.of(), Json.object());
        return issue(token, tenant, clock.instant());
    }

    /** A delegated token for Microsoft Graph. */
    public String issueDelegated(
            Tenant tenant, ActingClient client, UserToken.Person person, Collection<String> scopes) {
        UserToken token =
                new UserToken(Audience.graph(tenant), client, person, scopes, Set.of(), List.of(), Json.object());
        return issue(token, tenant, clock.instant());
    }

    /** A delegated token for any resource. */
    public String issue(UserToken token, Tenant tenant, Instant now) {
        ObjectNode claims = common(tenant, token.audience(), token.client(), now);
        UserToken.Person person = token.person();
        claims.put("name", person.name());
        claims.put("oid", person.id());
        claims.put("scp", scp(token));
        claims.put("sub", Opaque.pairwise(person.id(), pairedWith(token)));
        if (!token.roles().isEmpty()) {
            claims.set("roles", Json.array(token.roles()));
        }
        if (person.home() != null) {
            claims.put("idp", person.home().issuer());
        }
        if (token.audience().isV2()) {
            claims.put("preferred_username", person.signInName());
        } else {
            aboutTheUser(claims, token);
        }
        if (token.audience().isMicrosofts()) {
            toldToMicrosoft(claims, person);
        }
        capabilities(claims, token.capabilities());
        claims.setAll(token.asked());
        return Jws.sign(claims, key.identity());
    }

    /** A user is another one to each API; Graph knows it by the client that asks. */
    private static String pairedWith(UserToken token) {
        return token.audience().isGraph()
                ? token.client().appId()
                : token.audience().value();
    }

    /** What only v1.0 tokens say. */
    private static void aboutTheUser(ObjectNode claims, UserToken token) {
        UserToken.Person person = token.person();
        claims.put("acr", "1");
        claims.set("amr", Json.array(METHODS));
        claims.put("puid", Opaque.puid(person.id()));
        claims.set("signin_state", Json.array(List.of("kmsi")));
        claims.put("unique_name", person.signInName());
        claims.put("xms_idrel", "1 2");
        // the audit log names the application that acted for the user
        claims.put("xms_azp_oid", token.client().servicePrincipalId());
    }

    /** What other resources have to ask for, or are told as claims of their own. */
    private static void toldToMicrosoft(ObjectNode claims, UserToken.Person person) {
        claims.put("acct", DirectoryRoleClaims.areOfGuest(person.roleTemplateIds()) ? 1 : 0);
        claims.put("idtyp", "user");
        claims.put("ipaddr", "127.0.0.1");
        if (person.home() == null) {
            claims.put("upn", person.userPrincipalName());
        } else {
            putIfThere(claims, "email", person.home().mail());
            claims.put("xms_upn", person.userPrincipalName()); // what this tenant's audit log calls the guest
        }
        claims.set("wids", Json.array(DirectoryRoleClaims.ofUser(person.roleTemplateIds())));
        putIfThere(claims, "family_name", person.surname());
        putIfThere(claims, "given_name", person.givenName());
    }

    /** An app-only token for any resource. */
    public String issue(AppToken token, Tenant tenant, Instant now) {
        ObjectNode claims = common(tenant, token.audience(), token.client(), now);
        String principal = token.client().servicePrincipalId();
        claims.put("oid", principal);
        claims.put("sub", principal);
        Set<String> roles = permissions.allApplication(token.permissions());
        if (!roles.isEmpty()) {
            claims.set("roles", Json.array(roles));
        }
        if (!token.audience().isV2()) {
            claims.put("idp", token.audience().issuer());
            claims.put("xms_idrel", "7 8");
        }
        if (token.audience().isMicrosofts()) {
            claims.put("idtyp", "app");
            claims.set("wids", Json.array(DirectoryRoleClaims.ofApplication(token.roles())));
        }
        capabilities(claims, token.capabilities());
        claims.setAll(token.asked());
        return Jws.sign(claims, key.identity());
    }

    private static void capabilities(ObjectNode claims, List<String> capabilities) {
        if (!capabilities.isEmpty()) {
            claims.set("xms_cc", Json.array(capabilities));
        }
    }

    /** What was granted; for Graph also what signing in always brings along. */
    private String scp(UserToken token) {
        Set<String> granted = new LinkedHashSet<>(
                token.audience().isGraph() ? permissions.allDelegated(token.scopes()) : token.scopes());
        if (token.audience().isGraph()) {
            granted.addAll(List.of("openid", "profile", "email"));
        }
        return String.join(" ", granted);
    }

    static void putIfThere(ObjectNode claims, String name, String value) {
        if (value != null) {
            claims.put(name, value);
        }
    }

    private static ObjectNode common(Tenant tenant, Audience audience, ActingClient client, Instant now) {
        long start = now.minus(BACKDATED).getEpochSecond();
        ObjectNode claims = Json.object()
                .put("aud", audience.value())
                .put("iss", audience.issuer())
                .put("iat", start)
                .put("nbf", start)
                .put("exp", now.plus(LIFETIME).getEpochSecond())
                .put("aio", Opaque.random(36))
                .put(audience.isV2() ? "azp" : "appid", Ids.canonical(client.appId()))
                .put(audience.isV2() ? "azpacr" : "appidacr", client.acr())
                .put("rh", "1." + Opaque.random(30) + ".")
                .put("tid", tenant.id())
                .put("uti", Opaque.random(16))
                .put("ver", audience.isV2() ? "2.0" : "1.0");
        if (audience.isMicrosofts()) {
            claims.put("tenant_region_scope", Cloud.of(tenant).region);
        }
        return audience.isV2() ? claims : oldOnly(claims, tenant, client);
    }

    private static ObjectNode oldOnly(ObjectNode claims, Tenant tenant, ActingClient client) {
        Cloud cloud = Cloud.of(tenant);
        return claims.put("app_displayname", client.displayName())
                .put("xms_ftd", Opaque.random(48))
                .put("xms_tcdt", tenant.created().getEpochSecond())
                .put("xms_tdbr", cloud.region);
    }
}
