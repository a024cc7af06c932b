package io.tenantry.synchronization;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.family.Answer;
import io.tenantry.family.GraphCall;
import io.tenantry.format.Json;
import io.tenantry.format.Merge;
import io.tenantry.provisioning.job.JobSchema;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.List;
import java.util.Optional;

/**
 * The synchronization templates of a service principal: Azure2Azure for those made from its gallery template, else none. What the owner of
 * the application changes in it is kept with the service principal.
 */
final class SynchronizationTemplates {
    static final String TYPE = "synchronizationTemplate";

    private SynchronizationTemplates() {}

    static List<Entity> of(Session session, Entity servicePrincipal) {
        boolean crossTenant = ApplicationTemplates.CROSS_TENANT.equals(servicePrincipal.text("applicationTemplateId"));
        return crossTenant ? List.of(azure2Azure(session, servicePrincipal.id())) : List.of();
    }

    static Optional<Entity> find(Session session, Entity servicePrincipal, String id) {
        return of(session, servicePrincipal).stream()
                .filter(template -> template.id().equals(id))
                .findFirst();
    }

    /** What says which template it is stays. */
    static Answer update(GraphCall call, Entity template, ObjectNode body) {
        for (String fixed : List.of("applicationId", "factoryTag")) {
            if (body.has(fixed) && !body.get(fixed).asText().equals(template.text(fixed))) {
                throw SynchronizationErrors.invalidParameter("The " + fixed + " of a template cannot be changed.");
            }
        }
        Session session = call.session();
        boolean stored = stored(session, template.parent()).isPresent();
        Merge.into(template.properties(), body);
        Entity changed = template.copy();
        changed.properties().remove("schema");
        if (stored) {
            session.update(changed);
        } else {
            session.insert(changed);
        }
        return Answer.ok(template, null);
    }

    /** Nothing is left of what was changed. */
    static void forget(Session session, String servicePrincipal) {
        session.children(JobSchema.TYPE, servicePrincipal).forEach(session::remove);
        session.children(TYPE, servicePrincipal).forEach(session::remove);
    }

    private static Optional<Entity> stored(Session session, String servicePrincipal) {
        return session.findChild(TYPE, servicePrincipal, JobSchema.TEMPLATE);
    }

    private static Entity azure2Azure(Session session, String servicePrincipal) {
        return stored(session, servicePrincipal).orElseGet(() -> untouched(servicePrincipal));
    }

    private static Entity untouched(String servicePrincipal) {
        return Entity.childOf(servicePrincipal, TYPE, JobSchema.TEMPLATE)
                .set("applicationId", ApplicationTemplates.CROSS_TENANT)
                .set("default", true)
                .set("discoverable", true)
                .set("factoryTag", JobSchema.TEMPLATE)
                .set("metadata", metadata());
    }

    private static ArrayNode metadata() {
        ArrayNode metadata = Json.array();
        add(metadata, "AzureIngestionAttributeOptimization", "False");
        add(metadata, "LookaheadQueryEnabled", "False");
        add(metadata, "galleryApplicationIdentifier", ApplicationTemplates.CROSS_TENANT);
        add(metadata, "galleryApplicationKey", "aad2aadsync");
        add(metadata, "configurationFields", "[{\"name\":\"companyid\"},{\"name\":\"authenticationtype\"}]");
        return metadata;
    }

    private static void add(ArrayNode metadata, String key, String value) {
        metadata.addObject().put("key", key).put("value", value);
    }
}
