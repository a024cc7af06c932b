package io.tenantry.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.family.Answer;
import io.tenantry.family.Family;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.failure.UniqueViolation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * {@code …/partners/{}/identitySynchronization}: whether a partner may synchronize its users in (cross-tenant-access-policy.md §3.5,
 * §4.5). Created with PUT, changed with PATCH.
 */
@ApplicationScoped
public class IdentitySynchronizationRules implements Family {
    private static final String PATH = PartnerRules.PATH + "/{}/identitySynchronization";

    /** Monitoring queries look for {@code true} in the first modified property (synchronization-api.md §12.2). */
    private static final List<String> AUDITED = List.of(
            "userSyncInbound",
            "groupSyncInbound",
            "roleEnabledGroupSyncInbound",
            "displayName",
            "externalCloudAuthorizedApplicationId");

    private final PolicyConfig config;

    IdentitySynchronizationRules(PolicyConfig config) {
        this.config = config;
    }

    @Override
    public void register(GraphRegistry graph) {
        graph.missing(PATH, (method, key) -> PolicyErrors.notFound());
        graph.write("PUT", PATH, (call, target, body) -> put(call, body));
        graph.update(PATH, this::update);
        graph.delete(PATH, this::delete);
    }

    private Answer put(GraphCall call, ObjectNode body) {
        Session session = call.session();
        String partner = PolicyObjects.partner(session, call.key(0))
                .orElseThrow(PolicyErrors::notFound)
                .id();
        TenantIds.refuseOther(body, partner);
        Optional<Entity> existing = PolicyObjects.syncPolicy(session, partner);
        if (existing.isPresent() && !config.putReplaces()) {
            throw PolicyErrors.syncPolicyExists();
        }
        Entity policy = PolicyObjects.keyedByTenant(PolicyObjects.SYNC_POLICY, partner, partner);
        InboundSynchronization.apply(policy, body);
        if (existing.isPresent()) {
            session.update(policy);
            audit(call, "Update", existing.get(), policy);
        } else {
            insert(session, policy);
            audit(call, "Create", null, policy);
        }
        return Answer.noContent();
    }

    private static void insert(Session session, Entity policy) {
        try {
            session.insert(policy);
        } catch (UniqueViolation e) {
            // another call was faster
            throw PolicyErrors.syncPolicyExists();
        }
    }

    private void update(GraphCall call, Entity policy, ObjectNode body) {
        Entity before = policy.copy();
        InboundSynchronization.apply(policy, body);
        call.session().update(policy);
        audit(call, "Update", before, policy);
    }

    private void delete(GraphCall call, Entity policy) {
        DeletedPolicyItems.softDelete(call.session(), policy, call.now());
        audit(call, "Delete", policy, null);
    }

    private static void audit(GraphCall call, String verb, Entity before, Entity after) {
        String operation = verb.equals("Create") ? "Add" : verb;
        PolicyAudit.of(
                        call,
                        verb + " a partner cross-tenant identity sync setting",
                        PolicyAudit.SYNC_SETTINGS,
                        operation)
                .changes(AUDITED, before, after)
                .value("tenantId", before == null ? null : before.id(), after == null ? null : after.id())
                .record();
    }
}
