package io.tenantry.control.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.control.TakesLargeBody;
import io.tenantry.format.Json;
import io.tenantry.scenario.World;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The tenants of this server. */
@Path("/_tenantry/tenants")
@Produces(MediaType.APPLICATION_JSON)
public class TenantsResource {
    private final Tenants tenants;
    private final World world;

    TenantsResource(Tenants tenants, World world) {
        this.tenants = tenants;
        this.world = world;
    }

    @GET
    public ArrayNode list() {
        ArrayNode list = Json.array();
        tenants.all().forEach(tenant -> list.add(shown(tenant)));
        return list;
    }

    /** A tenant object of a scenario, JSON or YAML. */
    @POST
    @TakesLargeBody
    public Response add(byte[] body) {
        Tenant added = world.add(body);
        return Response.status(201).entity(shown(added)).build();
    }

    private ObjectNode shown(Tenant tenant) {
        List<String> domains = tenants.domains(tenant);
        ObjectNode shown = Json.object();
        shown.put("id", tenant.id());
        shown.put("alias", tenant.alias());
        shown.put("displayName", tenant.displayName());
        shown.put("initialDomain", tenant.initialDomain());
        shown.set("verifiedDomains", Json.array(domains.subList(1, domains.size())));
        shown.put("cloud", tenant.cloud());
        return shown;
    }
}
