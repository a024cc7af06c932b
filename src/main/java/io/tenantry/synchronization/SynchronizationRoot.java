package io.tenantry.synchronization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tenantry.directory.application.ServicePrincipalObjects;
import io.tenantry.error.GraphError;
import io.tenantry.family.GraphCall;
import io.tenantry.format.Json;
import io.tenantry.provisioning.job.JobSettings;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.Optional;

/**
 * {@code synchronization} of a service principal; that of an application is its service principal's. Its id is the service principal's,
 * which also contains the jobs.
 */
final class SynchronizationRoot {
    private SynchronizationRoot() {}

    /** The root as it is shown: sensitive secrets are masked. */
    static Optional<Entity> find(GraphCall call, Entity owner) {
        return servicePrincipal(call.session(), owner).map(found -> {
            Entity root = stored(call.session(), found.id()).orElseGet(() -> blank(found.id()));
            ArrayNode shown = Json.array();
            for (JsonNode pair : root.array("secrets")) {
                shown.add(SecretKey.masked(pair));
            }
            return root.copy().set("secrets", shown);
        });
    }

    static Optional<Entity> stored(Session session, String servicePrincipal) {
        return session.findChild(JobSettings.TYPE, servicePrincipal, servicePrincipal);
    }

    static Entity blank(String servicePrincipal) {
        return Entity.childOf(servicePrincipal, JobSettings.TYPE, servicePrincipal)
                .set("secrets", Json.array());
    }

    private static Optional<Entity> servicePrincipal(Session session, Entity owner) {
        return owner.type().equals("application")
                ? ServicePrincipalObjects.ofApplication(session, owner)
                : Optional.of(owner);
    }

    /** The service principal that the path of a call to a collection names. */
    static Entity servicePrincipalOf(GraphCall call) {
        String key = call.key(0);
        Optional<Entity> named = call.template().startsWith("/applications")
                ? ServicePrincipalObjects.ofApplicationNamed(call.session(), key)
                : ServicePrincipalObjects.named(call.session(), key);
        return named.orElseThrow(() -> GraphError.notFound(key));
    }
}
