package io.tenantry.management;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.http.ForEveryone;
import io.tenantry.http.host.KnownHost;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** The tenants of who signs in: the one of the token. */
@Path("/tenants")
@Produces(MediaType.APPLICATION_JSON)
@KnownHost
@ForEveryone
public class TenantsResource {
    private final ManagementToken tokens;
    private final Tenants tenants;

    TenantsResource(ManagementToken tokens, Tenants tenants) {
        this.tokens = tokens;
        this.tenants = tenants;
    }

    @GET
    public ObjectNode list(
            @QueryParam("api-version") String version, @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        Tenant tenant = tokens.tenant(authorization);
        ApiVersion.require(version);
        ArrayNode value = Json.array();
        value.addObject()
                .put("id", "/tenants/" + tenant.id())
                .put("tenantId", tenant.id())
                .put("displayName", tenant.displayName())
                .put("defaultDomain", tenant.initialDomain())
                .put("tenantCategory", "Home")
                .put("tenantType", "AAD")
                .set("domains", Json.array(tenants.domains(tenant)));
        return Json.object().set("value", value);
    }
}
