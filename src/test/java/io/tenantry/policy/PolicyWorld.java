package io.tenantry.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.tenantry.resource.Answer;
import io.tenantry.resource.Caller;
import io.tenantry.resource.Family;
import io.tenantry.resource.GraphCall;
import io.tenantry.resource.GraphError;
import io.tenantry.resource.GraphRegistry;
import io.tenantry.store.Entity;
import io.tenantry.store.Ids;
import io.tenantry.store.Json;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import jakarta.enterprise.context.Dependent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.function.Executable;

/** Tenants with their policies, and calls of the family's rules as the pipeline makes them. */
@Dependent
class PolicyWorld {
    /** The store is a temporary file. */
    public static class Ephemeral implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("tenantry.ephemeral", "true", "quarkus.http.test-port", "0");
        }
    }

    static final String PARTNERS = "/policies/crossTenantAccessPolicy/partners";
    static final String SYNC = PARTNERS + "/{}/identitySynchronization";
    static final String DEFAULT = "/policies/crossTenantAccessPolicy/default";
    static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    private final Store store;
    private final GraphRegistry graph = new GraphRegistry();

    PolicyWorld(
            Store store,
            CrossTenantAccessPolicyRules policy,
            DefaultConfigurationRules defaults,
            PartnerRules partners,
            IdentitySynchronizationRules synchronization,
            TemplateRules templates,
            DeletedPolicyItemRules deleted,
            MultiTenantOrganizationRules organization,
            MemberRules members,
            TenantInformation information) {
        this.store = store;
        List.<Family>of(
                        policy,
                        defaults,
                        partners,
                        synchronization,
                        templates,
                        deleted,
                        organization,
                        members,
                        information)
                .forEach(family -> family.register(graph));
    }

    /** A new tenant. */
    Tenant tenant(String name) {
        String id = Ids.random();
        String domain = name + id.substring(0, 8) + ".onmicrosoft.com";
        return store.writeAll(registry -> {
            Tenant tenant = registry.addTenant(id, null, name, List.of(domain), "global", NOW);
            PolicySeed.seed(registry.session(tenant));
            return tenant;
        });
    }

    Entity post(Tenant tenant, String template, String body) {
        return call(tenant, template, List.of(), call -> graph.create(template)
                .orElseThrow()
                .create(call, json(body)));
    }

    Answer put(Tenant tenant, String template, String key, String body) {
        return call(tenant, template, List.of(key), call -> graph.write("PUT", template)
                .orElseThrow()
                .write(call, null, json(body)));
    }

    /** PATCH; the target is found as the pipeline finds it. */
    void patch(Tenant tenant, String template, String key, String body) {
        call(tenant, template, List.of(key), call -> {
            graph.update(template).orElseThrow().update(call, target(call, "PATCH"), json(body));
            return null;
        });
    }

    void delete(Tenant tenant, String template, String key) {
        call(tenant, template, List.of(key), call -> {
            graph.delete(template).orElseThrow().delete(call, target(call, "DELETE"));
            return null;
        });
    }

    Entity get(Tenant tenant, String template, String key) {
        return call(tenant, template, List.of(key), call -> target(call, "GET"));
    }

    /** An action on what stands under a path. */
    Answer act(Tenant tenant, String template, String key, String type, String action) {
        return call(tenant, template, List.of(key), call -> graph.operation(List.of(type), action)
                .orElseThrow()
                .operation()
                .call(call, target(call, "GET"), Json.object()));
    }

    Answer function(Tenant tenant, String name, String parameter, String value) {
        return call(
                tenant, "/tenantRelationships", List.of(), call -> graph.operation(List.of("tenantRelationship"), name)
                        .orElseThrow()
                        .operation()
                        .call(call, null, Json.object().put(parameter, value)));
    }

    <T> T in(Tenant tenant, Function<Session, T> work) {
        return store.write(tenant, work);
    }

    /** What holds in a tenant for another one. */
    EffectivePolicy effective(Tenant tenant, String other) {
        return in(tenant, session -> EffectivePolicy.of(session, other));
    }

    InboundSynchronization inbound(Tenant target, String source) {
        return in(target, session -> InboundSynchronization.of(session, source));
    }

    /** The audit entries of a tenant with this activity. */
    List<Entity> audits(Tenant tenant, String activity) {
        return store.read(
                tenant,
                session -> session.query(
                        "select type, id, parent, body from directory_audit where tenant = {tenant} and activity_display_name = ? order by id",
                        Session::entity,
                        activity.toLowerCase(java.util.Locale.ROOT)));
    }

    static GraphError refused(int status, Executable call) {
        GraphError error = assertThrows(GraphError.class, call);
        assertEquals(status, error.status(), error.getMessage());
        return error;
    }

    static ObjectNode json(String text) {
        return Json.parseObject(text.replace('\'', '"'));
    }

    private Entity target(GraphCall call, String method) {
        String template = call.template();
        Optional<Entity> found;
        if (graph.single(template).isPresent()) {
            found = graph.single(template).get().find(call, null);
        } else if (template.endsWith("/{}")) {
            found = keyed(call, template.substring(0, template.length() - 3));
        } else {
            found = PolicyObjects.syncPolicy(call.session(), call.key(0));
        }
        return found.orElseThrow(
                () -> graph.missing(template, method, call.keys().isEmpty() ? "" : call.key(0)));
    }

    private Optional<Entity> keyed(GraphCall call, String collection) {
        return graph.keyed(collection)
                .map(rule -> rule.find(call, null, call.key(0)))
                .orElseGet(() -> OrganizationCopy.in(call.session()).flatMap(copy -> copy.member(call.key(0))));
    }

    private <T> T call(Tenant tenant, String template, List<String> keys, Function<GraphCall, T> work) {
        Caller caller = new Caller(tenant, "app", "Tests", "sp", Optional.empty(), Set.of(), Set.of());
        return store.write(
                tenant,
                session -> work.apply(new GraphCall(
                        "beta",
                        "http://localhost",
                        template,
                        keys,
                        Map.of(),
                        caller,
                        NOW,
                        session,
                        Map.of(),
                        Map.of())));
    }
}
