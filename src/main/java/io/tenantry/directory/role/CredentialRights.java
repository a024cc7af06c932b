package io.tenantry.directory.role;

import io.tenantry.directory.object.Ownership;
import io.tenantry.error.GraphError;
import io.tenantry.family.Caller;
import io.tenantry.family.GraphCall;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.Set;

/** Who may sign in as an application: {@code addPassword} asks fewer roles than a PATCH, which can write credentials too. */
public final class CredentialRights {
    private static final List<String> CREDENTIALS = List.of("keyCredentials", "passwordCredentials");
    private static final Set<String> ROLES =
            Set.of(Roles.GLOBAL_ADMINISTRATOR, Roles.APPLICATION_ADMINISTRATOR, Roles.CLOUD_APPLICATION_ADMINISTRATOR);

    private CredentialRights() {}

    /** E17. Applications are asked for nothing beyond the permission. */
    public static void require(GraphCall call, Entity object, Set<String> changed) {
        Caller caller = call.caller();
        if (caller.delegated()
                && CREDENTIALS.stream().anyMatch(changed::contains)
                && caller.roles().stream().noneMatch(ROLES::contains)
                && !Ownership.isCallers(call, object)) {
            throw GraphError.denied();
        }
    }
}
