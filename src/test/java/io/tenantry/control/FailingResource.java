package io.tenantry.control;

import io.tenantry.error.GraphError;
import io.tenantry.store.failure.StoreException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ServiceUnavailableException;
import java.io.IOException;

/** A resource of the tests that fails in every way. It says nothing of who may use it, as one that is written in a hurry. */
@Path("/_tenantry/failing/{how}")
public class FailingResource {
    /** The number is there for paths that have none. */
    @POST
    @Path("/{number}")
    public String fail(@PathParam("how") String how, @PathParam("number") int number) throws Throwable {
        throw switch (how) {
            case "runtime" -> new IllegalStateException("inside");
            case "store" -> new StoreException("inside", new IOException("disk"));
            case "graph" -> GraphError.of(409, "Conflict", "It is there already.");
            case "unread" -> new IOException("inside");
            case "media" -> new NotSupportedException("inside");
            case "busy" -> new ServiceUnavailableException("inside");
            case "deep" -> new StackOverflowError("inside");
            default -> new IllegalArgumentException("inside");
        };
    }
}
