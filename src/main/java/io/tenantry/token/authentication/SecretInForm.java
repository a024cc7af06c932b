package io.tenantry.token.authentication;

import io.tenantry.store.Tenant;
import io.tenantry.token.http.TokenCall;
import jakarta.inject.Singleton;
import java.util.Optional;

/** {@code client_secret} in the form. */
@Singleton
class SecretInForm implements ClientAuthentication {
    @Override
    public Optional<Credential> sent(TokenCall call, Tenant tenant) {
        return call.field("client_secret").map(secret -> new PresentedSecret(call.required("client_id"), secret));
    }
}
