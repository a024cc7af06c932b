package io.tenantry.synchronization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.directory.user.Users;
import io.tenantry.error.GraphError;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.provisioning.DirectoryNames;
import io.tenantry.provisioning.expression.value.Value;
import io.tenantry.provisioning.job.JobApplication;
import io.tenantry.provisioning.job.JobSchema;
import io.tenantry.provisioning.job.SyncJob;
import io.tenantry.provisioning.job.SyncJobs;
import io.tenantry.provisioning.mapping.SourceAttributes;
import io.tenantry.provisioning.object.Assignments;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Objects of the source as {@code expressionInputObject}: with the values that expressions of a job read of them in a cycle. */
@ApplicationScoped
public class ExpressionInputs {
    private final Store store;
    private final JobSchema schemas;
    private final DirectoryNames names;

    ExpressionInputs(Store store, JobSchema schemas, DirectoryNames names) {
        this.store = store;
        this.schemas = schemas;
        this.names = names;
    }

    /** @param reference id or UPN of a user, or id of a group */
    public ObjectNode of(Tenant tenant, String jobId, String reference) {
        return store.read(tenant, session -> {
            SyncJob job = SyncJobs.find(session, jobId).orElseThrow(() -> GraphError.notFound(jobId));
            Entity object = find(session, reference).orElseThrow(() -> GraphError.notFound(reference));
            return input(session, job, object);
        });
    }

    private static Optional<Entity> find(Session session, String reference) {
        return Users.named(session, reference)
                .or(() -> session.findObject(Ids.canonical(reference), false))
                .filter(each -> Set.of("user", "group").contains(each.type()));
    }

    private ObjectNode input(Session session, SyncJob job, Entity object) {
        String type = object.type().equals("user") ? "User" : "Group";
        SourceAttributes attributes = new SourceAttributes(object, roles(session, job, object));
        ObjectNode input = Json.object();
        input.putObject("definition").put("name", type);
        ArrayNode properties = input.putArray("properties");
        for (JsonNode attribute : definition(session, job, type).path("attributes")) {
            String name = attribute.path("name").asText();
            json(attributes.get(name))
                    .ifPresent(value -> properties.addObject().put("key", name).set("value", value));
        }
        return input;
    }

    private static Value roles(Session session, SyncJob job, Entity object) {
        List<String> ids = List.of(object.id());
        Map<String, Set<String>> roles = object.type().equals("user")
                ? Assignments.of(session, job.servicePrincipal(), ids)
                : Assignments.direct(session, job.servicePrincipal(), ids);
        return session.findObject(job.servicePrincipal(), false)
                .map(principal -> JobApplication.of(principal).assigned(roles.getOrDefault(object.id(), Set.of())))
                .orElse(Value.NOTHING);
    }

    /** With the directory extensions of the tenant. */
    private JsonNode definition(Session session, SyncJob job, String type) {
        ObjectNode schema =
                schemas.of(session, job.servicePrincipal(), job.jobId()).properties();
        for (JsonNode directory : schema.path("directories")) {
            for (JsonNode object : directory.path("objects")) {
                if (directory.path("name").asText().equals(names.source())
                        && object.path("name").asText().equals(type)) {
                    DiscoveredExtensions.add(session, (ObjectNode) object);
                    return object;
                }
            }
        }
        return Json.object();
    }

    private static Optional<JsonNode> json(Value value) {
        if (value instanceof Value.Many many) {
            ArrayNode items = Json.array();
            many.items().forEach(item -> json(item).ifPresent(items::add));
            return Optional.of(items);
        }
        if (value instanceof Value.Role role) {
            return Optional.of(Json.object()
                    .put("id", role.id())
                    .put("value", role.value())
                    .put("displayName", role.displayName()));
        }
        if (value instanceof Value.Flag flag) {
            return Optional.of(Json.MAPPER.getNodeFactory().booleanNode(flag.value()));
        }
        if (value instanceof Value.Whole whole) {
            return Optional.of(Json.MAPPER.getNodeFactory().numberNode(whole.value()));
        }
        return value.isAbsent()
                ? Optional.empty()
                : Optional.of(Json.MAPPER.getNodeFactory().textNode(value.text()));
    }
}
