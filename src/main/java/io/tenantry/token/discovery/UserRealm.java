package io.tenantry.token.discovery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.store.Tenants;
import io.tenantry.token.authority.Cloud;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** {@code /common/userrealm/{upn}}: whether a user signs in with a password here (token-service.md §2.4). */
@ApplicationScoped
class UserRealm {
    private final Tenants tenants;

    UserRealm(Tenants tenants) {
        this.tenants = tenants;
    }

    ObjectNode of(String upn) {
        String domain = upn.substring(upn.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        ObjectNode answer = Json.object().put("ver", "1.0");
        boolean known = tenants.byDomain(domain).isPresent();
        answer.put("account_type", known ? "Managed" : "Unknown");
        if (known) {
            answer.put("domain_name", domain);
        }
        String instance = tenants.byDomain(domain).map(Cloud::of).orElse(Cloud.GLOBAL).instance;
        return answer.put("cloud_instance_name", instance).put("cloud_audience_urn", "urn:federation:MicrosoftOnline");
    }
}
