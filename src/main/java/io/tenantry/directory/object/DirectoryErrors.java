package io.tenantry.directory.object;

import io.tenantry.error.GraphError;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Errors of directory objects, by their numbers in directory.md §2. */
public final class DirectoryErrors {
    private DirectoryErrors() {}

    /** E2. */
    public static GraphError noManager() {
        return GraphError.notFound("manager");
    }

    /** E3. */
    public static GraphError invalidIdentifier(String key) {
        return GraphError.badRequest("Invalid object identifier '" + key + "'.");
    }

    /** E4: {@code resource} is the type's name with a capital. */
    public static GraphError valueRequired(String property, String resource) {
        return GraphError.badRequest(
                "A value is required for property '" + property + "' of resource '" + resource + "'.");
    }

    /** E5. */
    public static GraphError passwordRequired() {
        return GraphError.badRequest("A password must be specified to create a new user.");
    }

    /** E6. */
    public static GraphError weakPassword() {
        return GraphError.badRequest("The specified password does not comply with password complexity requirements."
                + " Please provide a different password.");
    }

    /** E7. */
    public static GraphError domainNotVerified() {
        return GraphError.invalid(
                "The domain portion of the userPrincipalName property is invalid."
                        + " You must use one of the verified domain names in your organization.",
                "userPrincipalName");
    }

    /** E8. */
    public static GraphError invalidUserPrincipalName() {
        return GraphError.invalid("Property userPrincipalName is invalid.", "userPrincipalName");
    }

    /** E9. */
    public static GraphError invalidValue(String property, String resource) {
        return GraphError.invalidValue(property, resource);
    }

    /** E10: a name in a federated domain needs onPremisesImmutableId. */
    public static GraphError invalidValues() {
        return GraphError.badRequest("One or more properties contains invalid values.");
    }

    /** E11. */
    static GraphError userPrincipalNameTaken() {
        return conflict("userPrincipalName", "ObjectConflict");
    }

    /** E12. */
    public static GraphError proxyAddressTaken() {
        return conflict("proxyAddresses", "ObjectConflict", "ConflictingObjects");
    }

    /** Another property that must be unique, in the form of E11. */
    public static GraphError valueTaken(String property) {
        return conflict(property, "ObjectConflict");
    }

    /** E13. */
    public static GraphError conflictingObject() {
        return GraphError.badRequest(CONFLICTING);
    }

    /** E13 as applications and their extensions answer it (odata-protocol.md §13.2). */
    public static GraphError sameKeyValue(String message) {
        return GraphError.of(409, "Request_MultipleObjectsWithSameKeyValue", message);
    }

    public static final String CONFLICTING =
            "A conflicting object with one or more of the specified property values is present in the directory.";

    /** E14. */
    public static GraphError alreadyReferenced(String property) {
        return GraphError.badRequest(
                "One or more added object references already exist for the following modified properties: '" + property
                        + "'.");
    }

    /** E15. */
    public static GraphError referencedTwice(String type, String id, String ownerType, String owner) {
        return GraphError.badRequest(
                "Object '[ResourceType=" + type + ",Id=" + id + "]' referenced from '[ResourceType=" + ownerType
                        + ",Id=" + owner + "]' can only be present once as an add/remove change.");
    }

    /** E16. */
    public static GraphError lastOwner() {
        return GraphError.badRequest("The group must have at least one owner, hence this owner cannot be removed.");
    }

    /** E18. */
    static GraphError mailEnabledGroup() {
        return new GraphError(
                400,
                "Request_BadRequest",
                MAIL_ENABLED,
                List.of(new GraphError.Detail("InvalidValue", MAIL_ENABLED, "mailEnabled")));
    }

    private static final String MAIL_ENABLED =
            "The service does not currently support writes of mail-enabled groups. Please ensure that the mail-enablement"
                    + " property is unset and the security-enablement property is set.";

    /** E19. */
    public static GraphError readOnly(String property) {
        return GraphError.badRequest("Property '" + property + "' is read-only and cannot be set.");
    }

    /** E20. */
    public static GraphError invalidProperty(String property) {
        return GraphError.badRequest("Invalid property '" + property + "'.");
    }

    /** E21. */
    static GraphError extensionsNotAvailable(Collection<String> names) {
        return GraphError.badRequest(
                "The following extension properties are not available: " + String.join(",", names) + ".");
    }

    /** E33. */
    public static GraphError permissionEntryExists() {
        return sameKeyValue("Permission entry already exists.");
    }

    /** E34. */
    public static GraphError permissionAssigned() {
        return GraphError.badRequest("Permission being assigned already exists on the object");
    }

    /** E35. */
    public static GraphError invalidReference() {
        return GraphError.badRequest("Not a valid reference update.");
    }

    /** E39. */
    public static GraphError otherTenant() {
        return GraphError.badRequest("Invalid tenant identifier; it must match that of the requested tenant.");
    }

    /** More elements than one request may hold. */
    public static GraphError tooMany(String property, int most) {
        return GraphError.badRequest(
                "The number of elements of '" + property + "' exceeds the maximum of " + most + " for one request.");
    }

    private static GraphError conflict(String property, String... codes) {
        String message = "Another object with the same value for property " + property + " already exists.";
        List<GraphError.Detail> details = Arrays.stream(codes)
                .map(code -> new GraphError.Detail(code, message, property))
                .toList();
        return new GraphError(400, "Request_BadRequest", message, details);
    }
}
