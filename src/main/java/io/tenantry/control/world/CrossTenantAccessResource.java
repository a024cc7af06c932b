package io.tenantry.control.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.control.TenantPath;
import io.tenantry.format.Json;
import io.tenantry.policy.AccessMatrix;
import io.tenantry.store.Store;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What the cross-tenant access settings of a tenant come to, where Graph tells what is stored of them. */
@Path("/_tenantry/tenants/{tenant}/cross-tenant-access")
@Produces(MediaType.APPLICATION_JSON)
public class CrossTenantAccessResource {
    private final TenantPath tenants;
    private final Store store;

    CrossTenantAccessResource(TenantPath tenants, Store store) {
        this.tenants = tenants;
        this.store = store;
    }

    /** First what holds for all who are no partner ({@code "partner": null}), then partner by partner. */
    @GET
    public ArrayNode list(@PathParam("tenant") String tenant) {
        return store.read(tenants.of(tenant), session -> {
            ArrayNode list = Json.array();
            AccessMatrix.of(session).forEach(row -> list.add(shown(row)));
            return list;
        });
    }

    private static ObjectNode shown(AccessMatrix.Row row) {
        ObjectNode shown = Json.object().put("partner", row.partner().orElse(null));
        ArrayNode settings = shown.putArray("settings");
        row.settings().forEach(setting -> settings.addObject()
                .put("path", setting.path())
                .put("source", setting.source().wireName())
                .set("value", setting.value()));
        return shown;
    }
}
