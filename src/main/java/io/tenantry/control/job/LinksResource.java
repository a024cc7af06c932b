package io.tenantry.control.job;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.control.TenantPath;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.provisioning.job.JobSettings;
import io.tenantry.provisioning.job.SyncJob;
import io.tenantry.provisioning.job.SyncJobs;
import io.tenantry.provisioning.link.ObjectLink;
import io.tenantry.provisioning.link.ObjectLinks;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.List;

/** Which users of other tenants a user belongs to: those that it was provisioned into, and the one that it was provisioned from. */
@Path("/_tenantry/tenants/{tenant}/users/{user}/links")
@Produces(MediaType.APPLICATION_JSON)
public class LinksResource {
    private final TenantPath paths;
    private final Tenants tenants;
    private final Store store;

    LinksResource(TenantPath paths, Tenants tenants, Store store) {
        this.paths = paths;
        this.tenants = tenants;
        this.store = store;
    }

    /** @param user id or UPN; who is linked to nobody, or not there, has none */
    @GET
    public ArrayNode list(@PathParam("tenant") String tenant, @PathParam("user") String user) {
        Tenant own = paths.of(tenant);
        String id = store.read(own, session -> session.findBy("user", "userPrincipalName", user)
                .map(Entity::id)
                .orElseGet(() -> Ids.canonical(user)));
        ArrayNode list = Json.array();
        for (Tenant source : tenants.all()) {
            store.read(source, session -> {
                SyncJobs.all(session).forEach(job -> add(list, session, job, own, id));
                return list;
            });
        }
        return list;
    }

    private static void add(ArrayNode list, Session session, SyncJob job, Tenant own, String id) {
        ObjectLinks links = new ObjectLinks(session, job.number());
        String target =
                JobSettings.of(session, job.servicePrincipal()).companyId().orElse("");
        if (session.tenant().id().equals(own.id())) {
            add(list, session, job, target, links.of(List.of(id)).values());
        }
        if (Ids.canonical(target).equals(own.id())) {
            add(list, session, job, target, links.to(List.of(id)));
        }
    }

    private static void add(ArrayNode list, Session session, SyncJob job, String target, Collection<ObjectLink> links) {
        for (ObjectLink link : links) {
            ObjectNode shown = list.addObject()
                    .put("job", job.jobId())
                    .put("state", link.state().wireName());
            shown.putObject("source").put("tenant", session.tenant().id()).put("id", link.sourceId());
            shown.putObject("target").put("tenant", target).put("id", link.targetId());
        }
    }
}
