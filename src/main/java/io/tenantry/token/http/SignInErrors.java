package io.tenantry.token.http;

import io.tenantry.store.Tenant;

/** What is wrong with a user, its password, or what it lets a client do (token-service.md §7, §11; conditional-access.md §12). */
public final class SignInErrors {
    private static final String INVALID_GRANT = "invalid_grant";

    private SignInErrors() {}

    /** The account is not named: whoever asks has not proved anything yet. */
    public static TokenError noSuchUser(Tenant tenant) {
        return TokenError.of(
                INVALID_GRANT,
                50034,
                "The user account {EmailHidden} does not exist in the " + tenant.id()
                        + " directory. To sign into this application, the account must be added to the directory.");
    }

    /** No tenant has the domain of the name [seen]. */
    public static TokenError noSuchDomain() {
        return TokenError.invalidRequest(
                50059,
                "No tenant-identifying information found in either the request or implied by any provided credentials.");
    }

    public static TokenError wrongPassword() {
        return TokenError.of(INVALID_GRANT, 50126, "Error validating credentials due to invalid username or password.");
    }

    public static TokenError locked() {
        return TokenError.of(
                INVALID_GRANT,
                50053,
                "The account is locked, you've tried to sign in too many times with an incorrect user ID or password.");
    }

    public static TokenError disabled() {
        return TokenError.of(INVALID_GRANT, 50057, "The user account is disabled.");
    }

    public static TokenError passwordExpired() {
        return TokenError.of(INVALID_GRANT, 50055, "The password is expired.").with("user_password_expired");
    }

    public static TokenError weakPassword() {
        return TokenError.of(
                INVALID_GRANT,
                120000,
                "The new password is not strong enough: eight characters, of three kinds, without the user's name.");
    }

    public static TokenError passwordsDiffer() {
        return TokenError.of(INVALID_GRANT, 120001, "The two passwords are not the same.");
    }

    /**
     * A person of another tenant who has no object in this one.
     *
     * @param homeIssuer of tokens of that tenant
     */
    public static TokenError notInTenant(Tenant tenant, String homeIssuer, String appId, String displayName) {
        return TokenError.of(
                "interaction_required",
                90072,
                "User account '{EmailHidden}' from identity provider '" + homeIssuer + "' does not exist in tenant '"
                        + tenant.displayName()
                        + "' and cannot access the application '" + appId + "'(" + displayName
                        + ") in that tenant. The account needs to be added as an external user in the tenant first. Sign out and"
                        + " sign in again with a different Azure Active Directory user account.");
    }

    /** The same as pages say it (conditional-access.md §7). */
    public static TokenError onPage(TokenError error) {
        return error.number() == 90072 ? TokenError.of(error.error(), 50020, error.getMessage()) : error;
    }

    public static TokenError invitationNotRedeemed() {
        return TokenError.of("interaction_required", 50014, "The user's redemption is in a pending state.");
    }

    public static TokenError closedOutbound() {
        return TokenError.of(
                "interaction_required",
                500212,
                "The user's administrator has set an outbound access policy that does not allow access to the resource tenant.");
    }

    public static TokenError closedInbound() {
        return TokenError.of(
                "interaction_required",
                500213,
                "The resource tenant's cross-tenant access policy does not allow this user to access this tenant.");
    }

    public static TokenError notAssigned(String appId, String displayName) {
        return TokenError.of(
                INVALID_GRANT,
                50105,
                "Your administrator has configured the application " + displayName + " ('" + appId
                        + "') to block users unless they are specifically granted ('assigned') access to the application. The"
                        + " signed in user '{EmailHidden}' is blocked because they are not a direct member of a group with access,"
                        + " nor had access directly assigned by an administrator. Please contact your administrator to assign"
                        + " access to this application.");
    }

    public static TokenError notConsented(String appId, String displayName) {
        return TokenError.of(
                        INVALID_GRANT,
                        65001,
                        "The user or administrator has not consented to use the application with ID '" + appId
                                + "' named '" + displayName
                                + "'. Send an interactive authorization request for this user and resource.")
                .with("consent_required");
    }

    public static TokenError declined() {
        return TokenError.of("access_denied", 65004, "User declined to consent to access the app.");
    }

    public static TokenError needsAdministrator(String displayName) {
        return TokenError.of(
                "access_denied",
                90094,
                "An administrator of the organization must grant the permissions that " + displayName
                        + " asks for: admin consent is required.");
    }

    public static TokenError noSession() {
        return TokenError.of(
                "login_required",
                50058,
                "A silent sign-in request was sent but no user is signed in. The cookies used to represent the user's session"
                        + " were not sent in the request to Azure AD.");
    }

    public static TokenError severalSessions() {
        return TokenError.of(
                "interaction_required",
                16000,
                "Either multiple user identities are available for the current request or selected account is not supported for"
                        + " the scenario.");
    }

    public static TokenError unknownPermission(String displayName, String scope, String resource) {
        return TokenError.of(
                "invalid_client",
                650053,
                "The application '" + displayName + "' asked for scope '" + scope
                        + "' that doesn't exist on the resource '" + resource + "'. Contact the app vendor.");
    }

    /** A confidential client that sent nothing to prove itself with. */
    public static TokenError credentialNeeded() {
        return TokenError.of(
                "invalid_client",
                7000218,
                "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");
    }

    public static TokenError clientIsPublic() {
        return TokenError.of(
                "invalid_client",
                700025,
                "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.");
    }
}
