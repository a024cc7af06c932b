package io.tenantry.management;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import io.tenantry.http.CalledUrl;
import io.tenantry.http.ForEveryone;
import io.tenantry.http.KnownHost;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** {@code management.azure.com} (clients.md §2.1, field-findings.md §6): there is nothing to manage, but a sign-in asks. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@KnownHost
@ForEveryone
public class ManagementResource {
    private final ManagementToken tokens;
    private final Tenants tenants;

    ManagementResource(ManagementToken tokens, Tenants tenants) {
        this.tokens = tokens;
        this.tenants = tenants;
    }

    @GET
    @Path("subscriptions")
    public ObjectNode subscriptions(
            @QueryParam("api-version") String version, @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        caller(version, authorization);
        return list(Json.array());
    }

    @GET
    @Path("tenants")
    public ObjectNode tenants(
            @QueryParam("api-version") String version, @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        Tenant tenant = caller(version, authorization);
        ArrayNode value = Json.array();
        value.addObject()
                .put("id", "/tenants/" + tenant.id())
                .put("tenantId", tenant.id())
                .put("displayName", tenant.displayName())
                .put("defaultDomain", tenant.initialDomain())
                .put("tenantCategory", "Home")
                .put("tenantType", "AAD")
                .set("domains", Json.array(tenants.domains(tenant)));
        return list(value);
    }

    /** Whoever looks for a cloud has no token yet. */
    @GET
    @Path("metadata/endpoints")
    public JsonNode endpoints(@QueryParam("api-version") String version, RoutingContext context) {
        required(version);
        return CloudMetadata.of(version, CalledUrl.of(context));
    }

    @ServerExceptionMapper
    public Response refused(ManagementError error, RoutingContext context) {
        Response.ResponseBuilder response = Response.status(error.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Json.write(error.body()));
        if (error.status() == 401) {
            response.header(
                    HttpHeaders.WWW_AUTHENTICATE,
                    "Bearer authorization_uri=\"https://login.windows.net/\", error=\"invalid_token\","
                            + " error_description=\"" + error.getMessage().replace('"', '\'') + "\"");
        }
        return response.build();
    }

    private Tenant caller(String version, String authorization) {
        Tenant tenant = tokens.tenant(authorization);
        required(version);
        return tenant;
    }

    private static void required(String version) {
        Optional.ofNullable(version).filter(text -> !text.isBlank()).orElseThrow(ManagementError::noVersion);
    }

    private static ObjectNode list(ArrayNode value) {
        return Json.object().set("value", value);
    }
}
