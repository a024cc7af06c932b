package io.tenantry.control.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.control.ControlError;
import io.tenantry.control.TenantPath;
import io.tenantry.error.GraphError;
import io.tenantry.synchronization.ExpressionInputs;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** What the expressions of a job read of an object of the source: what {@code parseExpression} takes to try one on it. */
@Path("/_tenantry/tenants/{tenant}/jobs/{job}/expression-input")
@Produces(MediaType.APPLICATION_JSON)
public class ExpressionInputResource {
    private final TenantPath tenants;
    private final ExpressionInputs inputs;

    ExpressionInputResource(TenantPath tenants, ExpressionInputs inputs) {
        this.tenants = tenants;
        this.inputs = inputs;
    }

    @GET
    public ObjectNode input(
            @PathParam("tenant") String tenant, @PathParam("job") String job, @QueryParam("object") String object) {
        if (object == null || object.isBlank()) {
            throw ControlError.badRequest(
                    "object", "object is missing: the id or UPN of a user, or the id of a group of the source");
        }
        try {
            return inputs.of(tenants.of(tenant), job, object.strip());
        } catch (GraphError e) {
            throw new ControlError(e.status(), "object", e.getMessage());
        }
    }
}
