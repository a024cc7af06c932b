package io.tenantry.token.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What is wrong with a code, a refresh token, a device code or an assertion (token-service.md §5, §7, §11). */
public final class GrantErrors {
    private static final String INVALID_GRANT = "invalid_grant";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private GrantErrors() {}

    public static TokenError malformedGrant() {
        return TokenError.of(INVALID_GRANT, 9002313, "Invalid request. Request is malformed or invalid.");
    }

    public static TokenError codeExpired() {
        return TokenError.of(
                INVALID_GRANT,
                70008,
                "The provided authorization code or refresh token has expired due to inactivity. Send a new interactive"
                        + " authorization request for this user and resource.");
    }

    public static TokenError codeRedeemed() {
        return TokenError.of(
                INVALID_GRANT,
                54005,
                "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh"
                        + " token.");
    }

    public static TokenError otherRedirectUri() {
        return TokenError.of(
                "invalid_client",
                500112,
                "The reply address does not match the reply address provided when requesting the authorization code.");
    }

    public static TokenError otherClient() {
        return TokenError.of(INVALID_GRANT, 700007, "The grant was issued for a different client id.");
    }

    public static TokenError otherTenant() {
        return TokenError.of(
                INVALID_GRANT,
                700005,
                "The provided authorization code is intended to use against other tenant, thus rejected.");
    }

    public static TokenError verifierMissing() {
        return TokenError.of(
                INVALID_GRANT,
                50148,
                "The code_verifier does not match the code_challenge supplied in the authorization request for PKCE.");
    }

    public static TokenError wrongVerifier() {
        return TokenError.of(
                INVALID_GRANT,
                501481,
                "The Code_Verifier does not match the code_challenge supplied in the authorization request.");
    }

    public static TokenError crossOriginNeedsPkce() {
        return TokenError.of(
                "invalid_request",
                9002325,
                "Proof Key for Code Exchange is required for cross-origin authorization code redemption.");
    }

    public static TokenError crossOriginOnly() {
        return TokenError.of(
                "invalid_request",
                9002327,
                "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.");
    }

    public static TokenError notCrossOrigin() {
        return TokenError.of(
                "invalid_request",
                9002326,
                "Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type.");
    }

    public static TokenError refreshTokenInactive(Instant issued) {
        return TokenError.of(
                        INVALID_GRANT,
                        700082,
                        "The refresh token has expired due to inactivity. The token was issued on "
                                + MOMENT.format(issued) + " and was inactive for 90.00:00:00.")
                .with("bad_token");
    }

    public static TokenError singlePageOver(Instant issued) {
        return TokenError.of(
                INVALID_GRANT,
                700084,
                "The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of"
                        + " 1.00:00:00, which cannot be extended. It is now expired and a new sign in request must be sent by the"
                        + " SPA to the sign in page. The token was issued on " + MOMENT.format(issued) + ".");
    }

    public static TokenError revoked(Instant issued) {
        return TokenError.of(
                INVALID_GRANT,
                50173,
                "The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have"
                        + " changed or reset their password. The grant was issued on '" + MOMENT.format(issued)
                        + "'.");
    }

    public static TokenError authorizationPending() {
        return TokenError.of(
                "authorization_pending",
                70016,
                "OAuth 2.0 device flow error. Authorization is pending. Continue polling.");
    }

    public static TokenError authorizationDeclined() {
        return TokenError.of("authorization_declined", 70017, "The end user has denied the authorization request.");
    }

    public static TokenError badVerificationCode() {
        return TokenError.of(
                "bad_verification_code",
                70018,
                "Invalid verification code due to user typing in wrong user code for device code flow.");
    }

    public static TokenError deviceCodeExpired() {
        return TokenError.of(
                "expired_token",
                70020,
                "The provided value for the input parameter 'device_code' is not valid. This device code has expired.");
    }

    public static TokenError unsupportedTokenUse() {
        return TokenError.of(
                "invalid_request", 90023, "Invalid STS request: 'requested_token_use' must be 'on_behalf_of'.");
    }

    public static TokenError assertionNotForClient() {
        return TokenError.of(
                INVALID_GRANT,
                500131,
                "Assertion audience does not match the Client app presenting the assertion. The audience in the assertion must be"
                        + " the app that asks for the token.");
    }

    public static TokenError assertionSignature() {
        return TokenError.of(
                INVALID_GRANT,
                50013,
                "Assertion failed signature validation. [Reason - The key was not found or the signature is invalid.]");
    }

    public static TokenError assertionExpired() {
        return TokenError.of(
                INVALID_GRANT,
                500133,
                "Assertion is not within its valid time range. Ensure that the access token is not expired before using it for"
                        + " user assertion, or request a new token.");
    }

    public static TokenError assertionWithoutUser() {
        return TokenError.of(
                INVALID_GRANT,
                50013,
                "Assertion contains an app-only access token. On-behalf-of requests need a token of a user.");
    }
}
