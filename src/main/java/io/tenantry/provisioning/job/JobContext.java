package io.tenantry.provisioning.job;

import io.tenantry.provisioning.DirectoryNames;
import io.tenantry.provisioning.mapping.MappingPlan;
import io.tenantry.store.Entity;
import io.tenantry.store.Tenant;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What stays the same for all objects of a run: the job with its compiled schema and its settings.
 *
 * @param roles name of each app role of the service principal by its id
 * @param watch nanoseconds, to tell how long an object took
 * @param invitesAllowed whether the target takes in anybody by invitation
 */
public record JobContext(
        Tenant source,
        Tenant target,
        Entity servicePrincipal,
        SyncJob job,
        MappingPlan plan,
        JobSettings settings,
        Map<String, String> roles,
        boolean invitesAllowed,
        DirectoryNames names,
        LongSupplier watch) {

    public String roleName(String appRoleId) {
        return roles.getOrDefault(appRoleId, "Default Access");
    }
}
