package io.tenantry.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.family.Answer;
import io.tenantry.family.CollectionSource;
import io.tenantry.family.Family;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import jakarta.enterprise.context.ApplicationScoped;

/** {@code /policies/deletedItems} on beta: what was deleted, its restore and its end (cross-tenant-access-policy.md §1). */
@ApplicationScoped
public class DeletedPolicyItemRules implements Family {
    private static final String PATH = "/policies/deletedItems";

    @Override
    public void register(GraphRegistry graph) {
        register(graph, PATH + "/crossTenantPartners", PolicyObjects.PARTNER);
        register(graph, PATH + "/crossTenantSyncPolicyPartners", PolicyObjects.SYNC_POLICY);
        graph.operation("policyDeletableItem", "restore", this::restore);
    }

    private static void register(GraphRegistry graph, String path, String type) {
        graph.missing(path + "/{}", (method, key) -> PolicyErrors.notFound());
        graph.source(path, (call, owner) -> new CollectionSource.DeletedChildren(type));
        graph.delete(path + "/{}", (call, item) -> call.session().remove(item));
    }

    private Answer restore(GraphCall call, Entity deleted, ObjectNode parameters) {
        Session session = call.session();
        Entity restored =
                deleted.type().equals(PolicyObjects.PARTNER) ? partner(session, deleted) : syncPolicy(session, deleted);
        return Answer.ok(restored, "microsoft.graph." + restored.type());
    }

    private static Entity partner(Session session, Entity deleted) {
        if (PolicyObjects.partner(session, deleted.id()).isPresent()) {
            throw PolicyErrors.partnerExists();
        }
        Partners.markMembership(session, deleted);
        return DeletedPolicyItems.restore(session, deleted, "");
    }

    /** A sync policy lives in its partner's configuration, which must be there again. */
    private static Entity syncPolicy(Session session, Entity deleted) {
        if (PolicyObjects.partner(session, deleted.id()).isEmpty()) {
            throw PolicyErrors.notFound();
        }
        if (PolicyObjects.syncPolicy(session, deleted.id()).isPresent()) {
            throw PolicyErrors.syncPolicyExists();
        }
        return DeletedPolicyItems.restore(session, deleted, deleted.id());
    }
}
