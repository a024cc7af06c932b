package io.tenantry.token.federation;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.store.Entity;
import io.tenantry.token.key.PresentedJwt;
import java.util.Optional;

/**
 * A federated identity credential, as tokens are compared with it: letter by letter, in upper and lower case too.
 *
 * @param subject null where an expression says which tokens are meant
 * @param expression empty where it is no expression that could be read: no token is meant
 */
public record TrustedIssuer(String issuer, String subject, String audience, Optional<ClaimsExpression> expression) {

    public static TrustedIssuer of(Entity credential) {
        JsonNode expression = credential.properties().path("claimsMatchingExpression");
        return new TrustedIssuer(
                credential.text("issuer"),
                credential.text("subject"),
                credential.properties().path("audiences").path(0).asText(),
                expression.isObject()
                        ? ClaimsExpression.of(expression.path("value").asText())
                        : Optional.empty());
    }

    public boolean isIssuerOf(PresentedJwt token) {
        return issuer.equals(token.claim("iss"));
    }

    public boolean isAbout(PresentedJwt token) {
        return subject != null
                ? subject.equals(token.claim("sub"))
                : expression.filter(each -> each.matches(token.claims())).isPresent();
    }

    public boolean isFor(PresentedJwt token) {
        return token.audiences().contains(audience);
    }
}
