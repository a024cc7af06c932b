package io.tenantry.console.clock;

import io.tenantry.console.api.Api;
import io.tenantry.console.page.Clock;
import io.tenantry.console.page.Pages;
import io.tenantry.console.page.Section;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The clock bar, as it is put anew into a page when time was moved. */
@Path(Section.ROOT + "/clock")
public class ClockResource {
    private final Api api;
    private final Pages pages;

    ClockResource(Api api, Pages pages) {
        this.api = api;
        this.pages = pages;
    }

    @GET
    @Path("/bar")
    public Response bar() {
        Clock clock = pages.clock(api.reading());
        return pages.part(Templates.bar(clock));
    }
}
