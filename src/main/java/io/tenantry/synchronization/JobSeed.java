package io.tenantry.synchronization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.directory.application.AppRoleAssignments;
import io.tenantry.directory.lifecycle.DirectoryObjects;
import io.tenantry.directory.user.Users;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.provisioning.job.JobControl;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.world.SeedContext;
import io.tenantry.world.TenantSeed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The synchronization configurations of a scenario: application, job, secrets, schema and who is assigned. */
@ApplicationScoped
public class JobSeed implements TenantSeed {
    private final SynchronizationSchemas schemas;
    private final Secrets secrets;

    JobSeed(SynchronizationSchemas schemas, Secrets secrets) {
        this.schemas = schemas;
        this.secrets = secrets;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public void seed(SeedContext context) {
        context.tenant().path("synchronizationJobs").forEach(job -> seed(context, job));
    }

    private void seed(SeedContext context, JsonNode described) {
        Session session = context.session();
        Entity servicePrincipal = application(context, described);
        String id = Jobs.id(session.tenant(), servicePrincipal);
        Entity job = JobControl.create(session, servicePrincipal.id(), id);
        ArrayNode pairs = secrets.proposed(session, servicePrincipal.id(), pairs(described));
        session.insert(SynchronizationRoot.blank(servicePrincipal.id()).set("secrets", pairs));
        if (described.path("schema") instanceof ObjectNode schema) {
            SynchronizationSchemas.store(session, id, schemas.checked(schema).put("id", id));
        }
        for (JsonNode reference : described.path("assignments")) {
            principal(session, reference.asText())
                    .ifPresent(each -> AppRoleAssignments.assign(session, servicePrincipal, each, context.now()));
        }
        if (described.path("started").asBoolean()) {
            JobControl.start(session, job, context.now());
        }
    }

    private static Entity application(SeedContext context, JsonNode described) {
        InstantiatedApplication made = new InstantiatedApplication(
                context.session().tenant(),
                context.now(),
                ApplicationTemplates.CROSS_TENANT,
                described.path("appId").asText(Ids.random()).toLowerCase(java.util.Locale.ROOT),
                described.path("displayName").asText("Cross-tenant synchronization"));
        Entity application = InstantiatedApplication.stored(made.application(null));
        Entity servicePrincipal = InstantiatedApplication.stored(made.servicePrincipal(application));
        DirectoryObjects.create(context.session(), application);
        DirectoryObjects.create(context.session(), servicePrincipal);
        return servicePrincipal;
    }

    private static JsonNode pairs(JsonNode described) {
        return described.path("secrets").isArray() ? described.get("secrets") : Json.array();
    }

    private static Optional<Entity> principal(Session session, String reference) {
        return session.findObject(Ids.canonical(reference), false).or(() -> Users.named(session, reference));
    }
}
