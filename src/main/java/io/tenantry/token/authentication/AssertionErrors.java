package io.tenantry.token.authentication;

import io.tenantry.token.http.TokenError;

/** Why an assertion is refused (token-service.md §4, §11.3). */
final class AssertionErrors {
    private static final String CERTIFICATES =
            " Review the documentation at https://learn.microsoft.com/entra/identity-platform/certificate-credentials .";

    private AssertionErrors() {}

    static TokenError malformed() {
        return TokenError.invalidClient(50027, "JWT token is invalid or malformed.");
    }

    static TokenError unknownType(String type) {
        return TokenError.refused("The 'client_assertion_type' is '" + type + "', not '" + ClientAssertion.TYPE + "'.");
    }

    static TokenError headerType() {
        return TokenError.invalidClient(
                5002727, "Invalid JWT header type specified, must be 'JWT' or 'http://openid.net/specs/jwt/1.0'.");
    }

    static TokenError algorithm(String algorithm) {
        return TokenError.invalidClient(
                5002738,
                "Invalid JWT token. '" + algorithm
                        + "' is not a supported signature algorithm. Supported signing algorithms are:"
                        + " 'RS256,RS384,RS512,PS256,PS384,PS512,ES256'.");
    }

    static TokenError unnamedKey() {
        return TokenError.invalidClient(
                5002723,
                "Invalid JWT token. No certificate SHA-1 thumbprint, certificate SHA-256 thumbprint, nor keyId specified in"
                        + " token header.");
    }

    static TokenError otherClient() {
        return TokenError.invalidClient(
                700021, "Client assertion application identifier doesn't match 'client_id' parameter." + CERTIFICATES);
    }

    static TokenError otherSubject() {
        return TokenError.invalidClient(50048, "Subject must match the issuer claim in the client assertion.");
    }

    static TokenError unregistered(String thumbprint) {
        return TokenError.invalidClient(
                700027,
                "The certificate with identifier used to sign the client assertion is not registered on application."
                        + " [Reason - The key was not found., Thumbprint of key used by client: '" + thumbprint
                        + "'].");
    }

    static TokenError expiredKey(String thumbprint) {
        return TokenError.invalidClient(
                700027,
                "Client assertion contains an invalid signature. [Reason - The key used is expired., Thumbprint of key used by"
                        + " client: '" + thumbprint + "'].");
    }

    static TokenError invalidSignature(String thumbprint) {
        return TokenError.invalidClient(
                700027,
                "Client assertion failed signature validation. [Thumbprint of key used by client: '" + thumbprint
                        + "'].");
    }

    static TokenError outsideItsTime() {
        return TokenError.invalidClient(700024, "Client assertion is not within its valid time range." + CERTIFICATES);
    }

    static TokenError otherAudience() {
        return TokenError.invalidClient(
                50012, "Client assertion audience claim does not match Realm issuer." + CERTIFICATES);
    }

    static TokenError nobodyTrusted(String clientId, String displayName) {
        return TokenError.invalidClient(
                70025,
                "The client '" + clientId + "'(" + displayName + ") has no configured federated identity credentials.");
    }

    /** @param exceptForCase whether upper and lower case are all that differs, which has a number of its own */
    static TokenError unmatched(int number, String what, String presented, boolean exceptForCase) {
        return TokenError.invalidClient(
                exceptForCase ? 7002138 : number,
                "No matching federated identity record found for presented assertion " + what + " '" + presented + "'. "
                        + (exceptForCase
                                ? "The " + what
                                        + " matches with case-insensitive comparison, but not with case-sensitive"
                                        + " comparison."
                                : "Check your federated identity credential Subject, Audience and Issuer against the presented"
                                        + " assertion.")
                        + " https://learn.microsoft.com/entra/workload-id/workload-identity-federation");
    }

    static TokenError federatedSignature() {
        return TokenError.invalidClient(
                50013, "Assertion failed signature validation. [Reason - The key was not found.]");
    }

    static TokenError unreachableIssuer() {
        return TokenError.invalidClient(501661, "Request to External OIDC endpoint failed.");
    }
}
