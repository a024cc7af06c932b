package io.tenantry.directory.seed;

import io.tenantry.directory.application.ApplicationDefaults;
import io.tenantry.directory.application.ServicePrincipalObjects;
import io.tenantry.format.Ids;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.time.Instant;
import java.util.List;

/** Applications that a scenario registers in a tenant, with their service principals. */
public final class RegisteredApplications {
    private RegisteredApplications() {}

    /** Stores both; returns the service principal. Nothing is audited, and nothing enters the change sequence. */
    public static Entity add(Session session, String appId, String displayName, Instant now) {
        Entity application = Entity.of(
                        "application", Ids.derived(session.tenant().id() + "/application/" + appId))
                .set("appId", appId)
                .set("displayName", displayName)
                .set("createdDateTime", now);
        ApplicationDefaults.complete(application, session.tenant().initialDomain());
        Entity principal =
                ServicePrincipalObjects.of(application, session.tenant().id()).set("createdDateTime", now);
        session.insertAll(List.of(application, principal));
        return principal;
    }
}
