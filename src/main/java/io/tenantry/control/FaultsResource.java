package io.tenantry.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.fault.Faults;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Faults to be injected into calls of Graph and the token service. */
@Path("/_tenantry/faults")
@Produces(MediaType.APPLICATION_JSON)
public class FaultsResource {
    private final Faults faults;
    private final FaultBody rules;

    FaultsResource(Faults faults, FaultBody rules) {
        this.faults = faults;
        this.rules = rules;
    }

    @GET
    public ObjectNode show() {
        return faults.shown();
    }

    /** In place of all rules before. */
    @PUT
    public void set(byte[] body) {
        faults.set(rules.read(body));
    }

    @DELETE
    public void clear() {
        faults.clear();
    }
}
