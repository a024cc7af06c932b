package io.tenantry.token.authentication;

import io.tenantry.token.client.KnownClient;
import io.tenantry.token.federation.ForeignIssuers.Signature;
import io.tenantry.token.federation.TrustedIssuer;
import io.tenantry.token.http.TokenError;
import io.tenantry.token.key.PresentedJwt;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A token of another issuer, which an application trusts through a federated identity credential (workload-identity-federation).
 *
 * @param signature asked when the token fits a credential, which is when it matters
 */
record FederatedAssertion(String clientId, PresentedJwt token, Signature signature) implements Credential {
    @Override
    public String acr() {
        return "2";
    }

    @Override
    public void check(KnownClient client, Instant now) {
        requireTrust(client, token);
        requireForm(token, now);
        switch (signature) {
            case GOOD -> {}
            case BAD -> throw AssertionErrors.federatedSignature();
            case UNKNOWN -> throw AssertionErrors.unreachableIssuer();
        }
    }

    /** Whether anything but the signature speaks against it. */
    static boolean fits(KnownClient client, PresentedJwt token, Instant now) {
        try {
            requireTrust(client, token);
            requireForm(token, now);
            return true;
        } catch (TokenError e) {
            return false; // check() will say so
        }
    }

    private static void requireForm(PresentedJwt token, Instant now) {
        if (!token.isSigned()) {
            throw AssertionErrors.algorithm(token.algorithm());
        }
        if (!token.isTimed()) {
            throw AssertionErrors.malformed();
        }
        if (!token.isGoodAt(now)) {
            throw AssertionErrors.outsideItsTime();
        }
    }

    /** Throws {@link TokenError} 70025, 700211, 700213, 700212 or 7002138. */
    private static void requireTrust(KnownClient client, PresentedJwt token) {
        List<TrustedIssuer> trusted = client.federatedIdentityCredentials().stream()
                .map(TrustedIssuer::of)
                .toList();
        if (trusted.isEmpty()) {
            throw AssertionErrors.nobodyTrusted(
                    client.appId(),
                    client.principal().map(each -> each.text("displayName")).orElse(""));
        }
        String issuer = token.claim("iss");
        String subject = token.claim("sub");
        List<TrustedIssuer> ofIssuer = narrowed(
                trusted,
                each -> each.isIssuerOf(token),
                () -> AssertionErrors.unmatched(
                        700211, "issuer", issuer, any(trusted, each -> issuer.equalsIgnoreCase(each.issuer()))));
        List<TrustedIssuer> ofSubject = narrowed(
                ofIssuer,
                each -> each.isAbout(token),
                () -> AssertionErrors.unmatched(
                        700213, "subject", subject, any(ofIssuer, each -> subject.equalsIgnoreCase(each.subject()))));
        String audience = String.join(" ", token.audiences());
        narrowed(
                ofSubject,
                each -> each.isFor(token),
                () -> AssertionErrors.unmatched(
                        700212,
                        "audience",
                        audience,
                        any(ofSubject, each -> audience.equalsIgnoreCase(each.audience()))));
    }

    private static List<TrustedIssuer> narrowed(
            List<TrustedIssuer> trusted, Predicate<TrustedIssuer> condition, Supplier<TokenError> otherwise) {
        List<TrustedIssuer> narrowed = trusted.stream().filter(condition).toList();
        if (narrowed.isEmpty()) {
            throw otherwise.get();
        }
        return narrowed;
    }

    private static boolean any(List<TrustedIssuer> trusted, Predicate<TrustedIssuer> condition) {
        return trusted.stream().anyMatch(condition);
    }
}
