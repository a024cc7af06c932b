package io.tenantry.synchronization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.error.GraphError;
import io.tenantry.provisioning.job.SyncJobs;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BiFunction;

/** What a PUT of a schema or of secrets would leave, without storing it. Refuses what that would refuse. */
@ApplicationScoped
public class ProposedConfiguration {
    private final Store store;
    private final SynchronizationSchemas schemas;
    private final Secrets secrets;

    ProposedConfiguration(Store store, SynchronizationSchemas schemas, Secrets secrets) {
        this.store = store;
        this.schemas = schemas;
        this.secrets = secrets;
    }

    /** @param body checked against the Edm */
    public ObjectNode schema(Tenant tenant, String jobId, ObjectNode body) {
        return ofJob(tenant, jobId, (session, principal) -> schemas.checked(session, principal, jobId, body));
    }

    /** The schema of a job that is to be made. */
    public ObjectNode schema(ObjectNode body) {
        return schemas.checked(body);
    }

    public boolean isSecret(String key) {
        return SecretKey.named(key).isPresent();
    }

    /** All pairs, with these merged into those that are stored. */
    public JsonNode secrets(Tenant tenant, String jobId, JsonNode pairs) {
        return ofJob(tenant, jobId, (session, principal) -> secrets.proposed(session, principal, pairs));
    }

    /** Refuses a job that is not there. */
    public void requireJob(Tenant tenant, String jobId) {
        ofJob(tenant, jobId, (session, principal) -> principal);
    }

    private <T> T ofJob(Tenant tenant, String jobId, BiFunction<Session, String, T> work) {
        return store.read(tenant, session -> SyncJobs.find(session, jobId)
                .map(job -> work.apply(session, job.servicePrincipal()))
                .orElseThrow(() -> GraphError.notFound(jobId)));
    }
}
