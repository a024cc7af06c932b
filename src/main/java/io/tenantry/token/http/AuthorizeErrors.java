package io.tenantry.token.http;

/** What is wrong with a request to sign a user in (token-service.md §6, §11.11). */
public final class AuthorizeErrors {
    private static final String INVALID_REQUEST = "invalid_request";
    private static final String UNSUPPORTED_TYPE = "unsupported_response_type";

    private AuthorizeErrors() {}

    public static TokenError redirectUri(String uri, String clientId) {
        return TokenError.of(
                INVALID_REQUEST,
                50011,
                "The redirect URI '" + uri
                        + "' specified in the request does not match the redirect URIs configured for the application '"
                        + clientId
                        + "'. Make sure the redirect URI sent in the request matches one added to your application in the Azure"
                        + " portal. Navigate to https://aka.ms/redirectUriMismatchError to learn more about how to fix this.");
    }

    public static TokenError noRedirectUri() {
        return TokenError.of(INVALID_REQUEST, 900971, "No reply address provided.");
    }

    /** An application of one tenant, over everybody's authority. */
    public static TokenError notForManyTenants(String clientId, String displayName) {
        return TokenError.of(
                INVALID_REQUEST,
                50194,
                "Application '" + clientId + "'(" + displayName
                        + ") is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for"
                        + " such apps created after '10/15/2018'. Use a tenant-specific endpoint or configure the application to"
                        + " be multi-tenant.");
    }

    public static TokenError unknownPrompt(String prompt) {
        return TokenError.of(INVALID_REQUEST, 90023, "Unsupported 'prompt' value '" + prompt + "'.");
    }

    public static TokenError unknownResponseType(String type) {
        return TokenError.of(UNSUPPORTED_TYPE, 70005, "The app requested an unsupported response type '" + type + "'.");
    }

    public static TokenError idTokenNeedsOpenId() {
        return TokenError.of(INVALID_REQUEST, 70005, "response_type 'id_token' requires the 'openid' scope.");
    }

    public static TokenError idTokenNotEnabled(String clientId) {
        return TokenError.of(
                UNSUPPORTED_TYPE,
                700054,
                "response_type 'id_token' is not enabled for the application '" + clientId + "'.");
    }

    public static TokenError tokenNotEnabled(String clientId) {
        return TokenError.of(
                UNSUPPORTED_TYPE,
                700051,
                "response_type 'token' is not enabled for the application '" + clientId + "'.");
    }

    public static TokenError responseMode(String mode) {
        return TokenError.of(
                INVALID_REQUEST,
                70007,
                "'" + mode + "' is not a supported value of 'response_mode' for this response type.");
    }

    public static TokenError challengeSize() {
        return TokenError.of(
                INVALID_REQUEST, 501491, "Invalid size of Code_Challenge parameter: 43 to 128 characters.");
    }

    public static TokenError challengeMethod(String method) {
        return TokenError.of(INVALID_REQUEST, 50149, "Invalid Code_Challenge_method parameter '" + method + "'.");
    }

    public static TokenError crossSite() {
        return TokenError.of(INVALID_REQUEST, 90023, "A form of this page was sent from another site.");
    }

    public static TokenError stale() {
        return TokenError.of(
                INVALID_REQUEST, 1650, "This page is too old or was opened in another browser. Start again.");
    }

    /** Consent to nothing: the application registered no permission that it requires. */
    public static TokenError nothingToConsentTo(String displayName) {
        return TokenError.of(
                INVALID_REQUEST,
                650056,
                "Misconfigured application. The application '" + displayName
                        + "' lists no permissions that could be consented to.");
    }
}
