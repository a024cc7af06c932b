package io.tenantry.control.traffic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.control.ControlError;
import io.tenantry.http.ForEveryone;
import io.tenantry.intercept.Addresses;
import io.tenantry.intercept.Listeners;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;

/** What a client needs to reach the server under the names of Microsoft's services. Nothing of it is secret. */
@Path("/_tenantry")
@ForEveryone
public class AuthorityResource {
    private final Listeners listeners;

    AuthorityResource(Listeners listeners) {
        this.listeners = listeners;
    }

    @GET
    @Path("ca")
    @Produces("application/x-pem-file")
    public CompletionStage<String> authority() {
        return listeners
                .authority()
                .thenApply(
                        pem -> pem.orElseThrow(() -> ControlError.notFound("there is no TLS: tenantry.https=false")));
    }

    /** Ports of the machine that was called. */
    @GET
    @Path("ports")
    @Produces(MediaType.APPLICATION_JSON)
    public CompletionStage<ObjectNode> ports() {
        return listeners.addresses().thenApply(Addresses::ports);
    }
}
