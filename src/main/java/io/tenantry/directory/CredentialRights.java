package io.tenantry.directory;

import io.tenantry.resource.Caller;
import io.tenantry.resource.GraphCall;
import io.tenantry.resource.GraphError;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.Set;

/** Who may sign in as an application: {@code addPassword} asks fewer roles than a PATCH, which can write credentials too. */
final class CredentialRights {
    private static final List<String> CREDENTIALS = List.of("keyCredentials", "passwordCredentials");
    private static final Set<String> ROLES =
            Set.of(Roles.GLOBAL_ADMINISTRATOR, Roles.APPLICATION_ADMINISTRATOR, Roles.CLOUD_APPLICATION_ADMINISTRATOR);

    private CredentialRights() {}

    /** E17. Applications are asked for nothing beyond the permission. */
    static void require(GraphCall call, Entity object, Set<String> changed) {
        Caller caller = call.caller();
        if (caller.delegated()
                && CREDENTIALS.stream().anyMatch(changed::contains)
                && caller.roles().stream().noneMatch(ROLES::contains)
                && !Owners.owns(call, object)) {
            throw GraphError.denied();
        }
    }
}
