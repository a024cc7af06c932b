package io.tenantry.synchronization;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tenantry.format.Json;
import io.tenantry.provisioning.job.JobSchema;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.Optional;

/** The synchronization templates of a service principal: Azure2Azure for those made from its gallery template, else none. */
final class SynchronizationTemplates {
    static final String TYPE = "synchronizationTemplate";

    private SynchronizationTemplates() {}

    static List<Entity> of(Entity servicePrincipal) {
        boolean crossTenant = ApplicationTemplates.CROSS_TENANT.equals(servicePrincipal.text("applicationTemplateId"));
        return crossTenant ? List.of(azure2Azure(servicePrincipal.id())) : List.of();
    }

    static Optional<Entity> find(Entity servicePrincipal, String id) {
        return of(servicePrincipal).stream()
                .filter(template -> template.id().equals(id))
                .findFirst();
    }

    private static Entity azure2Azure(String servicePrincipal) {
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
