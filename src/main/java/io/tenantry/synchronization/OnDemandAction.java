package io.tenantry.synchronization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.error.GraphError;
import io.tenantry.family.Answer;
import io.tenantry.family.GraphCall;
import io.tenantry.format.Json;
import io.tenantry.provisioning.job.JobSchema;
import io.tenantry.provisioning.ondemand.OnDemand;
import io.tenantry.store.Entity;
import jakarta.enterprise.context.ApplicationScoped;

/** {@code provisionOnDemand} (synchronization-api.md §10). */
@ApplicationScoped
class OnDemandAction {
    private static final String KEY = "Microsoft.Identity.Health.CPP.Common.DataContracts.SyncFabric.StatusInfo";

    /** As many members as a group may have that is provisioned on demand (provisioning-engine.md §8). */
    private static final int MOST_SUBJECTS = 5;

    private final OnDemand onDemand;
    private final JobSchema schemas;

    OnDemandAction(OnDemand onDemand, JobSchema schemas) {
        this.onDemand = onDemand;
        this.schemas = schemas;
    }

    Answer provision(GraphCall call, Entity job, ObjectNode parameters) {
        onDemand.admit(call.session(), job.id(), call.now()).ifPresent(wait -> {
            throw SynchronizationErrors.tooManyRequests(wait);
        });
        if (subjects(parameters) > MOST_SUBJECTS) {
            throw SynchronizationErrors.invalidParameter(
                    "One request provisions at most " + MOST_SUBJECTS + " objects on demand.");
        }
        Entity servicePrincipal = call.session()
                .find("servicePrincipal", job.parent())
                .orElseThrow(() -> GraphError.notFound(job.parent()));
        ArrayNode results = Json.array();
        for (JsonNode parameter : parameters.path("parameters")) {
            checkRule(call, job, parameter.path("ruleId").asText(""));
            for (JsonNode subject : parameter.path("subjects")) {
                results.add(provision(call, job, servicePrincipal, subject));
            }
        }
        if (results.isEmpty()) {
            throw SynchronizationErrors.invalidParameter("The request names no object to provision.");
        }
        return Answer.value(
                "microsoft.graph.stringKeyStringValuePair",
                Json.object().put("key", KEY).put("value", Json.write(results)));
    }

    private static long subjects(ObjectNode parameters) {
        return parameters
                .path("parameters")
                .valueStream()
                .mapToLong(each -> each.path("subjects").size())
                .sum();
    }

    private void checkRule(GraphCall call, Entity job, String ruleId) {
        for (JsonNode rule : schemas.of(call.session(), job.id()).properties().path("synchronizationRules")) {
            if (rule.path("id").asText().equals(ruleId)) {
                return;
            }
        }
        throw SynchronizationErrors.unknownRule(job.id(), ruleId);
    }

    private ObjectNode provision(GraphCall call, Entity job, Entity servicePrincipal, JsonNode subject) {
        String id = subject.path("objectId").asText("");
        if (!subject.path("objectTypeName").asText("User").equalsIgnoreCase("User")) {
            return OnDemandResult.skippedGroup(id, call.now());
        }
        OnDemand.Result result = onDemand.provision(call.session(), job.id(), servicePrincipal, id, call.now());
        if (result instanceof OnDemand.Result.Done done) {
            return OnDemandResult.of(done);
        }
        return result instanceof OnDemand.Result.Refused refused
                ? OnDemandResult.refused(id, refused, call.now())
                : OnDemandResult.unknown(id, call.now());
    }
}
