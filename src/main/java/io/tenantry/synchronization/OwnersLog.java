package io.tenantry.synchronization;

import io.tenantry.audit.ProvisioningLogEntry;
import io.tenantry.directory.application.ServicePrincipalObjects;
import io.tenantry.family.Access;
import io.tenantry.family.CollectionSource;
import io.tenantry.family.Family;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The provisioning log as owners of applications see it, who hold no role for it: what is about their own (synchronization-api.md §2). */
@ApplicationScoped
class OwnersLog implements Family {
    private final Access access;

    OwnersLog(Access access) {
        this.access = access;
    }

    @Override
    public void register(GraphRegistry graph) {
        for (String log : List.of("/auditLogs/provisioning", "/auditLogs/directoryProvisioning")) {
            graph.source(log, (call, none) -> of(call, log));
        }
    }

    private CollectionSource of(GraphCall call, String log) {
        return access.allowsWhole(call.caller(), "GET", log)
                ? new CollectionSource.All(ProvisioningLogEntry.TYPE)
                : new CollectionSource.Entries(
                        ProvisioningLogEntry.TYPE,
                        "servicePrincipal/id",
                        ServicePrincipalObjects.ownedBy(
                                call.session(),
                                call.caller().user().orElseThrow().id()));
    }
}
