package io.tenantry.policy;

import io.tenantry.error.GraphError;
import java.util.List;

/** The errors of this family: the catalogue of cross-tenant-access-policy.md §5. */
final class PolicyErrors {
    private static final String SAME_KEY = "Request_MultipleObjectsWithSameKeyValue";
    private static final String CONFLICT =
            "A conflicting object with one or more of the specified property values is present" + " in the directory.";

    private PolicyErrors() {}

    /** E3a. */
    static GraphError partnerExists() {
        return GraphError.of(409, SAME_KEY, "Another object with the same value for property tenantId already exists.");
    }

    /** E3b. */
    static GraphError syncPolicyExists() {
        return new GraphError(
                409, SAME_KEY, CONFLICT, List.of(new GraphError.Detail("ConflictingObjects", CONFLICT, null)));
    }

    /** E4. */
    static GraphError notFound() {
        return GraphError.of(
                404, "Directory_ObjectNotFound", "Unable to read the company information from the directory.");
    }

    /** E7. */
    static GraphError organizationExists() {
        return GraphError.badRequest("Method not supported for update operation.");
    }

    /** E8. */
    static GraphError memberExists() {
        return GraphError.badRequest("Tenant is already being added in Multi-Tenant Organization.");
    }

    /** E9. */
    static GraphError policyTooLarge() {
        return GraphError.badRequest("The size of the cross-tenant access policy exceeds the limit of 25 KB.");
    }

    /** E10; {@code half} is {@code Applications}, {@code UsersAndGroups} or {@code Users}. */
    static GraphError invalidTarget(String half) {
        return GraphError.badRequest("Found invalid target for " + half);
    }

    /** E11. */
    static GraphError required(String property) {
        return GraphError.badRequest("A value is required for property '" + property + "'.");
    }

    /** E11. */
    static GraphError invalidValue(String property) {
        return GraphError.badRequest("Invalid value specified for property '" + property + "'.");
    }

    /** E11. */
    static GraphError readOnly(String property) {
        return GraphError.badRequest("Property '" + property + "' is read-only and cannot be set.");
    }

    /** E11. */
    static GraphError ownTenant() {
        return GraphError.badRequest("A tenant cannot be a partner of itself.");
    }

    /** E11, where only known tenants are accepted. */
    static GraphError unknownTenant(String tenantId) {
        return GraphError.badRequest("Tenant '" + tenantId + "' was not found.");
    }

    /** E12. */
    static GraphError partnerHoldsSyncPolicy() {
        return GraphError.badRequest(
                "The partner has an identity synchronization policy. Delete the policy before deleting the partner.");
    }

    /** E12. */
    static GraphError partnerIsServiceProvider() {
        return GraphError.badRequest("A partner that is a service provider cannot be deleted.");
    }

    /** cross-tenant-access-policy.md §4.7: every active tenant must hold a partner configuration for all other active tenants. */
    static GraphError partnerIsFellowMember() {
        return GraphError.badRequest(
                "The partner is an active tenant of the same multitenant organization and cannot be deleted.");
    }

    /** cross-tenant-access-policy.md §4.7: at least one active owner. */
    static GraphError lastOwner() {
        return GraphError.badRequest("A multitenant organization must have at least one active owner tenant.");
    }
}
