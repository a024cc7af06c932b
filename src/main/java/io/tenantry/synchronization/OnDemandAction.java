package io.tenantry.synchronization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.directory.application.ServicePrincipalObjects;
import io.tenantry.error.GraphError;
import io.tenantry.family.Answer;
import io.tenantry.family.GraphCall;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.provisioning.job.JobSchema;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.provisioning.ondemand.OnDemand;
import io.tenantry.store.Entity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** {@code provisionOnDemand} (synchronization-api.md §10). */
@ApplicationScoped
class OnDemandAction {
    private static final String KEY = "Microsoft.Identity.Health.CPP.Common.DataContracts.SyncFabric.StatusInfo";

    /** As many members as a group may have that is provisioned on demand (provisioning-engine.md §8). */
    private static final int MOST_OBJECTS = 5;

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
        checkSize(parameters);
        Entity servicePrincipal = ServicePrincipalObjects.find(call.session(), job.parent())
                .orElseThrow(() -> GraphError.notFound(job.parent()));
        ArrayNode results = Json.array();
        for (JsonNode parameter : parameters.path("parameters")) {
            checkRule(call, job, parameter.path("ruleId").asText(""));
            for (JsonNode subject : parameter.path("subjects")) {
                provision(call, job, servicePrincipal, subject).forEach(results::add);
            }
        }
        if (results.isEmpty()) {
            throw SynchronizationErrors.invalidParameter("The request names no object to provision.");
        }
        return Answer.value(
                "microsoft.graph.stringKeyStringValuePair",
                Json.object().put("key", KEY).put("value", Json.write(results)));
    }

    /** One group with five members, or as many users: more are not looked at. */
    private static void checkSize(ObjectNode parameters) {
        int objects = 0;
        int groups = 0;
        for (JsonNode parameter : parameters.path("parameters")) {
            for (JsonNode subject : parameter.path("subjects")) {
                objects++;
                groups += type(subject) == ObjectType.GROUP ? 1 : 0;
                if (subject.path("links").path("members").size() > MOST_OBJECTS) {
                    throw SynchronizationErrors.invalidParameter(
                            "A group is provisioned on demand with at most " + MOST_OBJECTS + " members.");
                }
            }
        }
        if (objects > MOST_OBJECTS || groups > 1) {
            throw SynchronizationErrors.invalidParameter(
                    "One request provisions at most " + MOST_OBJECTS + " users or one group on demand.");
        }
    }

    /** A user unless it says otherwise. */
    private static ObjectType type(JsonNode subject) {
        String name = subject.path("objectTypeName").asText(ObjectType.USER.wireName());
        return ObjectType.named(name)
                .orElseThrow(() -> SynchronizationErrors.invalidParameter(
                        "Objects of the type '" + name + "' are not provisioned by the job."));
    }

    private void checkRule(GraphCall call, Entity job, String ruleId) {
        for (JsonNode rule :
                schemas.of(call.session(), job.parent(), job.id()).properties().path("synchronizationRules")) {
            if (rule.path("id").asText().equals(ruleId)) {
                return;
            }
        }
        throw SynchronizationErrors.unknownRule(job.id(), ruleId);
    }

    private List<ObjectNode> provision(GraphCall call, Entity job, Entity servicePrincipal, JsonNode subject) {
        String id = Ids.canonical(subject.path("objectId").asText(""));
        ObjectType type = type(subject);
        List<String> members = subject.path("links")
                .path("members")
                .valueStream()
                .map(each -> Ids.canonical(each.path("objectId").asText("")))
                .toList();
        OnDemand.Result result = onDemand.provision(
                call.session(), job.id(), servicePrincipal, new OnDemand.Subject(type, id, members), call.now());
        if (result instanceof OnDemand.Result.Done done) {
            return OnDemandResult.of(done);
        }
        return List.of(failed(type, id, result, call.now()));
    }

    private static ObjectNode failed(ObjectType type, String id, OnDemand.Result result, Instant now) {
        OnDemandResult.Failed failed = new OnDemandResult.Failed(type, id, now);
        if (result instanceof OnDemand.Result.Refused refused) {
            return failed.refused(refused);
        }
        return result instanceof OnDemand.Result.TypeOff ? failed.typeOff() : failed.unknown();
    }
}
