package io.tenantry.control;

import io.quarkus.arc.DefaultBean;
import io.tenantry.store.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;

/** A server without a token service. */
@DefaultBean
@ApplicationScoped
class NoTokens implements TokenIssuer {
    @Override
    public String issueApp(Tenant tenant, String appId, String name, String principal, Collection<String> permissions) {
        throw ControlError.notFound("this server issues no tokens");
    }

    @Override
    public String issueDelegated(
            Tenant tenant,
            String appId,
            String name,
            String principal,
            String userId,
            String userPrincipalName,
            String userName,
            Collection<String> scopes,
            Collection<String> roles) {
        throw ControlError.notFound("this server issues no tokens");
    }
}
