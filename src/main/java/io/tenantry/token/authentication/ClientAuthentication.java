package io.tenantry.token.authentication;

import io.tenantry.store.Tenant;
import io.tenantry.token.http.TokenCall;
import java.util.Optional;

/** A way for a client to say who it is (token-service.md §3, §4), chosen by what it sent. Beans of this type are found by themselves. */
public interface ClientAuthentication {
    /**
     * Empty where the client says it in another way.
     *
     * @param tenant where the client is to be found
     */
    Optional<Credential> sent(TokenCall call, Tenant tenant);
}
