package io.tenantry.console.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Addresses below the console that no resource has: who follows an old link gets a page to go on from. */
@Path(Section.ROOT + "/{address:.+}")
public class UnknownPageResource {
    @GET
    public Response get() {
        throw new UnknownPage();
    }
}
