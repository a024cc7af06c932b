package io.tenantry.token.authentication;

import io.tenantry.format.Ids;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenError;
import io.tenantry.token.key.PresentedJwt;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.Optional;

/** {@code client_assertion}: a JWT in place of a secret (RFC 7523, token-service.md §4). */
@Priority(-1)
@Singleton
class ClientAssertion implements ClientAuthentication {
    static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final Tenants tenants;
    private final FederatedAssertions federated;

    ClientAssertion(Tenants tenants, FederatedAssertions federated) {
        this.tenants = tenants;
        this.federated = federated;
    }

    /** Throws {@link TokenError} 900144, 9002313 or 50027. */
    @Override
    public Optional<Credential> sent(TokenCall call, Tenant tenant) {
        Optional<String> text = call.field("client_assertion");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String type = call.required("client_assertion_type");
        if (!type.equals(TYPE)) {
            throw AssertionErrors.unknownType(type);
        }
        PresentedJwt jwt = PresentedJwt.of(text.get()).orElseThrow(AssertionErrors::malformed);
        String clientId = clientId(call, jwt);
        return Optional.of(
                FederatedAssertions.isOne(jwt)
                        ? federated.of(clientId, jwt, call, tenant)
                        : new SelfSignedAssertion(clientId, jwt, new AssertionAudience(call, tenant, tenants)));
    }

    /** An assertion of the client's own says who it is (RFC 7521 §4.2). */
    private static String clientId(TokenCall call, PresentedJwt jwt) {
        return call.field("client_id").orElseGet(() -> Optional.of(jwt.claim("sub"))
                .filter(subject -> Ids.isGuid(subject) && subject.equals(jwt.claim("iss")))
                .orElseThrow(() -> TokenError.missing("client_id")));
    }
}
