package io.tenantry.console.map;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.Api;
import io.tenantry.console.api.Reading;
import io.tenantry.console.page.Pages;
import io.tenantry.console.page.Section;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;

/** The first page of the console. */
@Path(Section.ROOT)
public class MapResource {
    private final Api api;
    private final Pages pages;

    MapResource(Api api, Pages pages) {
        this.api = api;
        this.pages = pages;
    }

    /** A tenant on the map. */
    public record TenantNode(String id, String displayName) {}

    @GET
    public Response show() {
        Reading reading = api.reading();
        List<TenantNode> tenants = new ArrayList<>();
        for (JsonNode tenant : reading.control("/_tenantry/tenants")) {
            tenants.add(new TenantNode(
                    tenant.path("id").asText(), tenant.path("displayName").asText()));
        }
        return pages.page("Map", Section.MAP, Templates.page(tenants), reading);
    }
}
