package io.tenantry.synchronization;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.error.GraphError;
import io.tenantry.family.GraphCall;
import io.tenantry.provisioning.job.JobControl;
import io.tenantry.provisioning.job.SyncJobs;
import io.tenantry.provisioning.link.ObjectLink;
import io.tenantry.provisioning.link.ObjectLinks;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.Optional;

/**
 * {@code objectConnections} of a job (beta): what the engine remembers of which objects belong together, looked up by the id of either
 * (provisioning-engine.md §1.10). The engine makes them; here they are shown and forgotten.
 */
final class ObjectConnections {
    static final String TYPE = "objectConnection";

    private ObjectConnections() {}

    /** Whatever the id: what it leads to is found when it is shown, and nothing is as good as forgotten. */
    static Optional<Entity> at(GraphCall call, Entity job, String id) {
        return Optional.of(Entity.childOf(job.id(), TYPE, id));
    }

    static void show(GraphCall call, Entity connection) {
        ObjectLink link = SyncJobs.find(call.session(), connection.parent())
                .flatMap(job -> new ObjectLinks(call.session(), job.number()).find(connection.id()))
                .orElseThrow(() -> GraphError.notFound(connection.id()));
        Optional<Entity> source = call.session().prefetch().objects(List.of(link.sourceId())).stream()
                .findFirst();
        ObjectNode shown = connection.properties();
        shown.put("objectId", connection.id())
                .put("sourceAnchor", link.sourceId())
                .put("targetAnchor", link.targetId())
                .put("displayName", source.map(each -> each.text("displayName")).orElse(null))
                .put("objectTypeName", link.type().wireName());
    }

    static void forget(GraphCall call, Entity job, String id) {
        if (!JobControl.disconnect(call.session(), job, id)) {
            throw SynchronizationErrors.jobActive(job.id());
        }
    }
}
