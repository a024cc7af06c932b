package io.tenantry.console.map;

import io.tenantry.console.api.Api;
import io.tenantry.console.api.Reading;
import io.tenantry.console.page.Pages;
import io.tenantry.console.page.Section;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The first page of the console. */
@Path(Section.ROOT)
public class MapResource {
    private final Api api;
    private final Pages pages;

    MapResource(Api api, Pages pages) {
        this.api = api;
        this.pages = pages;
    }

    @GET
    public Response show() {
        Reading reading = api.reading();
        return pages.page("Map", Section.MAP, Templates.page(World.read(reading)), reading);
    }

    /** Its tables, from which the browser draws it. */
    @GET
    @Path("/map/world")
    public Response world() {
        return pages.part(Templates.world(World.read(api.reading())));
    }
}
