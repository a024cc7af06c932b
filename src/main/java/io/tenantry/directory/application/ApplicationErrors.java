package io.tenantry.directory.application;

import io.tenantry.error.GraphError;
import java.util.List;

/** Errors of applications and service principals (field-findings.md §3). */
final class ApplicationErrors {
    private static final String DUPLICATE = "DuplicateValue";

    private ApplicationErrors() {}

    static GraphError duplicateValue(String property) {
        String message = "Request contains a property with duplicate values.";
        return new GraphError(400, DUPLICATE, message, List.of(new GraphError.Detail(DUPLICATE, message, property)));
    }

    static GraphError hostNotVerified(String uri) {
        String code = "HostNameNotOnVerifiedDomain";
        String message =
                "Values of identifierUris property must use a verified domain of the organization or its subdomain: '"
                        + uri + "'";
        return new GraphError(400, code, message, List.of(new GraphError.Detail(code, message, "identifierUris")));
    }

    static GraphError permissionEnabled() {
        return GraphError.of(
                400,
                "CannotDeleteOrUpdateEnabledEntitlement",
                "Permission (scope or role) cannot be deleted or updated unless disabled first.");
    }

    static GraphError ofApplication(String property) {
        return GraphError.badRequest(
                "Property " + property + " on the service principal does not match the application object.");
    }

    static GraphError passwordByAction() {
        return GraphError.badRequest("New password credentials must be generated using service actions.");
    }

    static GraphError credentialKept(String keyId) {
        return GraphError.badRequest("Update to existing credential with KeyId '" + keyId + "' is not allowed.");
    }

    static GraphError credentialValue(String property, String acceptable) {
        return GraphError.badRequest("The value for the property \"" + property
                + "\" in one of your credentials is invalid. Acceptable values are " + acceptable + ".");
    }

    /** @param which {@code start} or {@code end} */
    static GraphError credentialDate(String which) {
        return GraphError.badRequest("Key credential " + which + " date is invalid.");
    }

    static GraphError federated(String message) {
        return GraphError.of(400, "InvalidFederatedIdentityCredentialValue", message);
    }

    static GraphError invalidTokenVersion() {
        return GraphError.invalid(
                "Property api.requestedAccessTokenVersion is invalid.", "api.requestedAccessTokenVersion");
    }
}
