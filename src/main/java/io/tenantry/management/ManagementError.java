package io.tenantry.management;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;

/** What Resource Manager refuses: {@code {"error":{"code":…,"message":…}}}. */
final class ManagementError extends RuntimeException {
    private final int status;
    private final String code;

    private ManagementError(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static ManagementError noToken() {
        return unauthorized("AuthenticationFailed", "Authentication failed. The 'Authorization' header is missing.");
    }

    static ManagementError noBearer() {
        return unauthorized(
                "AuthenticationFailedInvalidHeader",
                "Authentication failed. The 'Authorization' header is provided in an invalid format.");
    }

    static ManagementError badToken() {
        return unauthorized("InvalidAuthenticationToken", "The access token is invalid.");
    }

    static ManagementError expired() {
        return unauthorized("ExpiredAuthenticationToken", "The access token is expired.");
    }

    static ManagementError otherAudience(String audience) {
        return unauthorized(
                "InvalidAuthenticationTokenAudience",
                "The access token has been obtained for wrong audience or resource '" + audience
                        + "'. It should exactly match with one of the allowed audiences "
                        + "'https://management.core.windows.net/','https://management.core.windows.net',"
                        + "'https://management.azure.com/','https://management.azure.com'.");
    }

    static ManagementError otherTenant() {
        return unauthorized(
                "InvalidAuthenticationTokenTenant",
                "The access token is from the wrong issuer, or of no known tenant.");
    }

    static ManagementError noVersion() {
        return new ManagementError(
                400,
                "MissingApiVersionParameter",
                "The api-version query parameter (?api-version=) is required for all requests.");
    }

    static ManagementError of(int status, String code, String message) {
        return new ManagementError(status, code, message);
    }

    private static ManagementError unauthorized(String code, String message) {
        return new ManagementError(401, code, message);
    }

    int status() {
        return status;
    }

    ObjectNode body() {
        ObjectNode body = Json.object();
        body.putObject("error").put("code", code).put("message", getMessage());
        return body;
    }
}
