package io.tenantry.control.job;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tenantry.control.TenantPath;
import io.tenantry.format.Json;
import io.tenantry.provisioning.job.SyncJobs;
import io.tenantry.store.Store;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The synchronization jobs of a tenant, whatever service principal they belong to, with what Graph does not tell: when each is due. */
@Path("/_tenantry/tenants/{tenant}/jobs")
@Produces(MediaType.APPLICATION_JSON)
public class JobListResource {
    private final TenantPath tenants;
    private final Store store;

    JobListResource(TenantPath tenants, Store store) {
        this.tenants = tenants;
        this.store = store;
    }

    @GET
    public ArrayNode list(@PathParam("tenant") String tenant) {
        return store.read(tenants.of(tenant), session -> {
            ArrayNode list = Json.array();
            SyncJobs.all(session).forEach(job -> JobState.of(session, job).ifPresent(list::add));
            return list;
        });
    }
}
