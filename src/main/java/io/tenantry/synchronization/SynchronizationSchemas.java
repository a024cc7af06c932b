package io.tenantry.synchronization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.family.Answer;
import io.tenantry.family.GraphCall;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.provisioning.DirectoryNames;
import io.tenantry.provisioning.job.JobControl;
import io.tenantry.provisioning.job.JobSchema;
import io.tenantry.provisioning.status.JobDocument;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Schemas of jobs and templates (synchronization-api.md §8). */
@ApplicationScoped
class SynchronizationSchemas {
    private static final String DIRECTORY = "directoryDefinition";

    private final JobSchema schemas;

    private final DirectoryNames names;

    SynchronizationSchemas(JobSchema schemas, DirectoryNames names) {
        this.schemas = schemas;
        this.names = names;
    }

    Optional<Entity> ofJob(GraphCall call, Entity job) {
        return Optional.of(schemas.of(call.session(), job.parent(), job.id()));
    }

    /** Templates carry their schemas (synchronization-api.md §6). */
    List<Entity> templates(Session session, Entity servicePrincipal) {
        return SynchronizationTemplates.of(session, servicePrincipal).stream()
                .map(template -> template.set(
                        "schema",
                        schemas.template(session, servicePrincipal.id()).properties()))
                .toList();
    }

    Optional<Entity> ofTemplate(GraphCall call, Entity template) {
        return Optional.of(schemas.template(call.session(), template.parent()));
    }

    /** Replaces the schema of a template, and with it that of its jobs that have none of their own. */
    Answer putTemplate(GraphCall call, Entity schema, ObjectNode body) {
        Session session = call.session();
        ObjectNode after = checked(body, schema.properties());
        after.put("id", schema.id()).put("version", version(call));
        store(session, new Entity(JobSchema.TYPE, schema.id(), schema.parent(), after));
        for (Entity job : session.children(JobDocument.TYPE, schema.parent())) {
            if (session.findChild(JobSchema.TYPE, job.id(), job.id()).isEmpty()) {
                JobControl.schemaChanged(session, job, call.now());
            }
        }
        ConfigurationAudit.SCHEMA_CHANGED.record(call, schema.parent());
        return Answer.noContent();
    }

    /** Replaces the schema of a job; the next cycle looks at everyone again. */
    Answer put(GraphCall call, Entity job, ObjectNode body) {
        Session session = call.session();
        ObjectNode after = checked(session, job.parent(), job.id(), body);
        after.put("version", version(call));
        store(session, job.id(), after);
        changed(call, job);
        return Answer.noContent();
    }

    /** The schema of a job as a body would leave it. Refuses a body that is none. */
    ObjectNode checked(Session session, String servicePrincipal, String jobId, ObjectNode body) {
        return checked(body, schemas.of(session, servicePrincipal, jobId).properties())
                .put("id", jobId);
    }

    /** Of a job that has none yet. */
    ObjectNode checked(ObjectNode body) {
        return checked(body, schemas.template());
    }

    private static ObjectNode checked(ObjectNode body, ObjectNode before) {
        ObjectNode after = body.deepCopy();
        if (!after.path("directories").isArray()) {
            after.set("directories", before.get("directories"));
        }
        SchemaRules.check(after, before);
        settle(after, before);
        return after;
    }

    /** Takes the customized schema away: that of the template is the job's again. */
    void reset(GraphCall call, Entity job) {
        Optional<Entity> stored = call.session().findChild(JobSchema.TYPE, job.id(), job.id());
        if (stored.isPresent()) {
            call.session().remove(stored.get());
            changed(call, job);
        }
    }

    private static void changed(GraphCall call, Entity job) {
        JobControl.schemaChanged(call.session(), job, call.now());
        ConfigurationAudit.SCHEMA_CHANGED.record(call, job.parent());
    }

    private static String version(GraphCall call) {
        return "Date:" + Json.instant(call.now()) + ", ActivityId:" + Ids.random();
    }

    /** A rule that is sent without id keeps the one that it had by its name; flags are kept without blanks (synchronization-api.md §8.2). */
    private static void settle(ObjectNode after, ObjectNode before) {
        for (JsonNode rule : after.path("synchronizationRules")) {
            if (rule.path("id").asText("").isEmpty()) {
                ((ObjectNode) rule)
                        .put("id", formerId(before, rule.path("name")).orElseGet(Ids::random));
            }
            for (JsonNode mapping : rule.path("objectMappings")) {
                if (mapping.path("flowTypes").isTextual()) {
                    String flags = mapping.get("flowTypes").asText().replace(" ", "");
                    ((ObjectNode) mapping).put("flowTypes", flags);
                }
            }
        }
    }

    private static Optional<String> formerId(ObjectNode before, JsonNode name) {
        return before.path("synchronizationRules")
                .valueStream()
                .filter(each -> each.path("name").equals(name))
                .map(each -> each.path("id").asText())
                .findFirst();
    }

    static void store(Session session, String jobId, ObjectNode schema) {
        store(session, new Entity(JobSchema.TYPE, jobId, jobId, schema));
    }

    private static void store(Session session, Entity schema) {
        if (session.findChild(JobSchema.TYPE, schema.parent(), schema.id()).isPresent()) {
            session.update(schema);
        } else {
            session.insert(schema);
        }
    }

    List<Entity> directories(Entity schema) {
        List<Entity> directories = new ArrayList<>();
        for (JsonNode each : schema.properties().path("directories")) {
            ObjectNode definition = each.deepCopy();
            directories.add(new Entity(DIRECTORY, definition.path("id").asText(), schema.id(), definition));
        }
        return directories;
    }

    /** The directory as it is found now, with the extensions that the tenant has defined since where it is the caller's own. */
    Answer discover(GraphCall call, Entity directory, ObjectNode parameters) {
        directory.set("discoverabilities", "AttributeNames,AttributeDataTypes,AttributeReadOnly,ReferenceAttributes");
        directory.set("discoveryDateTime", call.now());
        directory.set("version", version(call));
        if (names.source().equals(directory.text("name"))) {
            directory.array("objects").forEach(object -> DiscoveredExtensions.add(call.session(), (ObjectNode) object));
        }
        return Answer.ok(directory, null);
    }
}
