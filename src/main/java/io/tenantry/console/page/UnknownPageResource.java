package io.tenantry.console.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/**
 * Addresses below the console that no resource has: who follows an old link gets a page to go on from. The pattern stands on the method, not
 * on the class, where it would take what others serve directly below the root.
 */
@Path(Section.ROOT)
public class UnknownPageResource {
    @GET
    @Path("/{address:.+}")
    public Response get() {
        throw new UnknownPage();
    }
}
