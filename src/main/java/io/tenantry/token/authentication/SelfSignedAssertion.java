package io.tenantry.token.authentication;

import io.tenantry.directory.application.VerifyingKey;
import io.tenantry.token.client.KnownClient;
import io.tenantry.token.http.TokenError;
import io.tenantry.token.key.PresentedJwt;
import java.time.Instant;
import java.util.List;

/** An assertion that the client signed with the key of a certificate that is registered for it (token-service.md §4). */
record SelfSignedAssertion(String clientId, PresentedJwt jwt, AssertionAudience audience) implements Credential {
    @Override
    public String acr() {
        return "2";
    }

    /** Throws {@link TokenError} in the order in which one could know: what it is, whose, by which key, and only then for when and whom. */
    @Override
    public void check(KnownClient client, Instant now) {
        requireForm();
        requireOwn();
        requireSignature(client.keys(), now);
        if (!jwt.isGoodAt(now)) {
            throw AssertionErrors.outsideItsTime();
        }
        if (jwt.audiences().stream().noneMatch(audience::accepts)) {
            throw AssertionErrors.otherAudience();
        }
    }

    private void requireForm() {
        String type = jwt.header().path("typ").asText("JWT");
        if (!type.equalsIgnoreCase("JWT") && !type.equals("http://openid.net/specs/jwt/1.0")) {
            throw AssertionErrors.headerType();
        }
        if (!jwt.isSigned()) {
            throw AssertionErrors.algorithm(jwt.algorithm());
        }
        if (!jwt.isTimed()) {
            throw AssertionErrors.malformed();
        }
    }

    private void requireOwn() {
        if (!jwt.claim("iss").equalsIgnoreCase(clientId)) {
            throw AssertionErrors.otherClient();
        }
        if (!jwt.claim("sub").equalsIgnoreCase(clientId)) {
            throw AssertionErrors.otherSubject();
        }
    }

    private void requireSignature(List<VerifyingKey> registered, Instant now) {
        NamedCertificate named = NamedCertificate.in(jwt.header()).orElseThrow(AssertionErrors::unnamedKey);
        List<VerifyingKey> keys =
                registered.stream().filter(key -> named.is(key.certificate())).toList();
        if (keys.isEmpty()) {
            throw AssertionErrors.unregistered(named.thumbprint());
        }
        VerifyingKey key = keys.stream()
                .filter(each -> each.counts(now))
                .findFirst()
                .orElseThrow(() -> AssertionErrors.expiredKey(named.thumbprint()));
        if (!jwt.isSignedWith(key.certificate().getPublicKey())) {
            throw AssertionErrors.invalidSignature(named.thumbprint());
        }
    }
}
