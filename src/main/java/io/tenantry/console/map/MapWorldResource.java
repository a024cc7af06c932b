package io.tenantry.console.map;

import io.tenantry.console.api.Api;
import io.tenantry.console.page.Pages;
import io.tenantry.console.page.Section;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The tables of the map, from which the browser draws it. The address stands on the class: of a shorter one the page for unknown addresses would take it. */
@Path(Section.ROOT + "/map/world")
public class MapWorldResource {
    private final Api api;
    private final Pages pages;

    MapWorldResource(Api api, Pages pages) {
        this.api = api;
        this.pages = pages;
    }

    @GET
    public Response show() {
        return pages.part(Templates.world(World.read(api.reading())));
    }
}
