package io.tenantry.console.tenant;

import io.tenantry.console.api.Api;
import io.tenantry.console.api.Reading;
import io.tenantry.console.page.Pages;
import io.tenantry.console.page.Section;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** All tenants of the server. */
@Path(Section.ROOT + "/tenants")
public class TenantsResource {
    private final Api api;
    private final Pages pages;

    TenantsResource(Api api, Pages pages) {
        this.api = api;
        this.pages = pages;
    }

    @GET
    public Response list() {
        Reading reading = api.reading();
        return pages.page("Tenants", Section.TENANTS, Templates.tenants(TenantRow.read(reading)), reading);
    }
}
