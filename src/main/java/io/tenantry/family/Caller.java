package io.tenantry.family;

import io.tenantry.store.Tenant;
import java.util.Optional;
import java.util.Set;

/**
 * Who calls, as the access token says.
 *
 * @param servicePrincipalId of the calling application in the tenant
 * @param user the signed-in user of a delegated token
 * @param permissions application permissions, or delegated scopes
 * @param roles template ids of directory roles that the user (or the service principal) holds
 * @param sight what it sees of the objects that it reads
 */
public record Caller(
        Tenant tenant,
        String appId,
        String appDisplayName,
        String servicePrincipalId,
        Optional<SignedInUser> user,
        Set<String> permissions,
        Set<String> roles,
        Sight sight) {

    /** The user of a delegated token. */
    public record SignedInUser(String id, String userPrincipalName, String displayName) {}

    public boolean delegated() {
        return user.isPresent();
    }
}
