package io.tenantry.control.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.LastEntries;
import io.tenantry.audit.ProvisioningLogEntry;
import io.tenantry.control.TenantPath;
import io.tenantry.format.Json;
import io.tenantry.provisioning.job.SyncJob;
import io.tenantry.provisioning.link.Escrow;
import io.tenantry.provisioning.link.Escrows;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The objects of a job that failed and are tried again. */
@Path("/_tenantry/tenants/{tenant}/jobs/{job}/escrows")
@Produces(MediaType.APPLICATION_JSON)
public class EscrowsResource {
    private final TenantPath tenants;
    private final Store store;

    EscrowsResource(TenantPath tenants, Store store) {
        this.tenants = tenants;
        this.store = store;
    }

    /** A page in the order of ids. */
    @GET
    public ObjectNode list(
            @PathParam("tenant") String tenant,
            @PathParam("job") String job,
            @QueryParam("top") String top,
            @QueryParam("after") @DefaultValue("") String after) {
        int most = Tops.of("top", top);
        return store.read(tenants.of(tenant), session -> page(session, JobPath.of(session, job), after, most));
    }

    private static ObjectNode page(Session session, SyncJob job, String after, int most) {
        Escrows escrows = new Escrows(session, job.number());
        List<Escrow> page = escrows.page(after, most + 1);
        boolean more = page.size() > most;
        List<Escrow> shown = more ? page.subList(0, most) : page;
        Map<String, Entity> objects = session
                .objects(shown.stream().map(Escrow::sourceId).toList())
                .stream()
                .collect(Collectors.toMap(Entity::id, Function.identity()));
        ObjectNode answer = Json.object().put("count", escrows.count());
        ArrayNode list = answer.putArray("escrows");
        for (Escrow escrow : shown) {
            list.add(shown(session, job, escrow, objects));
        }
        return answer.put("next", more ? shown.get(most - 1).sourceId() : null);
    }

    private static ObjectNode shown(Session session, SyncJob job, Escrow escrow, Map<String, Entity> objects) {
        Optional<Entity> object = Optional.ofNullable(objects.get(escrow.sourceId()));
        Optional<Entity> entry = LastEntries.of(session, job.jobId(), escrow.sourceId())
                .flatMap(id -> session.find(ProvisioningLogEntry.TYPE, id));
        JsonNode error = entry.map(each -> each.properties().at("/provisioningStatusInfo/errorInformation"))
                .orElseGet(Json::object);
        return Json.object()
                .put("id", escrow.sourceId())
                .put("type", object.map(Entity::type).orElse(null))
                .put("displayName", object.map(each -> each.text("displayName")).orElse(null))
                .put(
                        "userPrincipalName",
                        object.map(each -> each.text("userPrincipalName")).orElse(null))
                .put("code", escrow.code())
                .put("reason", error.path("reason").asText(null))
                .put("recommendedAction", error.path("recommendedAction").asText(null))
                .put("firstFailed", Json.instant(escrow.firstFailed()))
                .put("attempts", escrow.attempts())
                .put("nextAttempt", Json.instant(escrow.nextAttempt()))
                .put("lastEntry", entry.map(Entity::id).orElse(null));
    }
}
