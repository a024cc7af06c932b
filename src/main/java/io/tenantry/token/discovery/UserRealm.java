package io.tenantry.token.discovery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import io.tenantry.token.authority.Cloud;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;

/** How users of a domain sign in: with a password at this server where a tenant has it verified (token-service.md §2.4). */
@ApplicationScoped
class UserRealm {
    private static final String ISSUER = "urn:federation:MicrosoftOnline";

    private final Tenants tenants;

    UserRealm(Tenants tenants) {
        this.tenants = tenants;
    }

    /** As sign-in libraries ask for it, {@code api-version=1.0}. */
    ObjectNode v1(String login) {
        Optional<Tenant> tenant = tenant(login);
        ObjectNode answer =
                Json.object().put("ver", "1.0").put("account_type", tenant.isPresent() ? "Managed" : "Unknown");
        if (tenant.isPresent()) {
            answer.put("domain_name", domain(login));
        }
        return answer.put("cloud_instance_name", cloud(login).instance).put("cloud_audience_urn", ISSUER);
    }

    /** As sign-in pages ask for it, {@code api-version=2.1}. */
    ObjectNode v2(String login) {
        Optional<Tenant> tenant = tenant(login);
        ObjectNode answer = Json.object()
                .put("NameSpaceType", tenant.isPresent() ? "Managed" : "Unknown")
                .put("Login", login);
        tenant.ifPresent(managed -> answer.put("DomainName", domain(login))
                .put("FederationBrandName", managed.displayName())
                .putNull("TenantBrandingInfo"));
        return answer.put("cloud_instance_name", cloud(login).instance);
    }

    /** As {@code getuserrealm.srf} tells it. */
    ObjectNode realmInfo(String login) {
        Optional<Tenant> tenant = tenant(login);
        ObjectNode answer = Json.object()
                .put("State", tenant.isPresent() ? 4 : 1)
                .put("UserState", 1)
                .put("Login", login)
                .put("NameSpaceType", tenant.isPresent() ? "Managed" : "Unknown");
        tenant.ifPresent(
                managed -> answer.put("DomainName", domain(login)).put("FederationBrandName", managed.displayName()));
        return answer.put("CloudInstanceName", cloud(login).instance).put("CloudInstanceIssuerUri", ISSUER);
    }

    /** Of an address, or of a domain by itself. */
    Optional<Tenant> tenant(String login) {
        return tenants.byDomain(domain(login));
    }

    private static String domain(String login) {
        return login.substring(login.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    private Cloud cloud(String login) {
        return tenant(login).map(Cloud::of).orElse(Cloud.GLOBAL);
    }
}
