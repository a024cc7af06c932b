package io.tenantry.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.family.Answer;
import io.tenantry.family.Family;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.format.Json;
import io.tenantry.store.Entity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** {@code …/default}: what holds for tenants without a configuration of their own (cross-tenant-access-policy.md §3.2, §4.3). */
@ApplicationScoped
public class DefaultConfigurationRules implements Family {
    private static final String PATH = CrossTenantAccessPolicyRules.PATH + "/default";

    @Override
    public void register(GraphRegistry graph) {
        graph.single(PATH, (call, owner) -> PolicyObjects.single(call.session(), PolicyObjects.DEFAULT));
        graph.update(PATH, this::update);
        graph.operation(PolicyObjects.DEFAULT, "resetToSystemDefault", this::reset);
    }

    private void update(GraphCall call, Entity defaults, ObjectNode body) {
        Entity before = defaults.copy();
        List<String> names = new ArrayList<>();
        body.fieldNames().forEachRemaining(names::add);
        AccessSettings.apply(defaults, withSystemValues(body));
        // cross-tenant-access-policy.md §3.2: false from the first PATCH on, even when the values are those of the
        // system again
        defaults.set("isServiceDefault", false);
        call.session().update(defaults);
        PolicyAudit.of(
                        call,
                        "Update the company default cross-tenant access setting",
                        PolicyAudit.ACCESS_SETTINGS,
                        "Update")
                .changes(names, before, defaults)
                .record();
    }

    /** There is nothing above the default to inherit from: null brings back what the system says. */
    private static ObjectNode withSystemValues(ObjectNode body) {
        ObjectNode complete = Json.object();
        body.properties().forEach(field -> {
            JsonNode system = field.getValue().isNull() ? SystemDefault.property(field.getKey()) : null;
            complete.set(field.getKey(), system != null ? system : field.getValue());
        });
        return complete;
    }

    private Answer reset(GraphCall call, Entity bound, ObjectNode parameters) {
        Entity before = PolicyObjects.seeded(call.session(), PolicyObjects.DEFAULT);
        Entity defaults = new Entity(before.type(), before.id(), before.parent(), SystemDefault.properties());
        defaults.set("id", before.id());
        call.session().update(defaults);
        List<String> names = new ArrayList<>();
        before.properties().fieldNames().forEachRemaining(names::add);
        PolicyAudit.of(call, "Reset the cross-tenant access default setting", PolicyAudit.ACCESS_SETTINGS, "Update")
                .changes(names, before, defaults)
                .record();
        return Answer.noContent();
    }
}
