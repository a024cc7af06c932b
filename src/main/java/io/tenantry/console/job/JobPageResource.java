package io.tenantry.console.job;

import io.tenantry.console.api.Api;
import io.tenantry.console.api.Reading;
import io.tenantry.console.page.Pages;
import io.tenantry.console.page.Section;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** How a job is, and what can be done about it. */
@Path(Section.ROOT + "/tenants/{tenant}/jobs/{job}")
public class JobPageResource {
    private final Api api;
    private final Pages pages;

    JobPageResource(Api api, Pages pages) {
        this.api = api;
        this.pages = pages;
    }

    @GET
    public Response overview(@PathParam("tenant") String tenant, @PathParam("job") String job) {
        Reading reading = api.reading();
        JobHead head = JobHead.read(reading, tenant, job, JobTab.OVERVIEW);
        return pages.page(head.applicationName(), Section.TENANTS, Templates.overview(head), reading);
    }
}
