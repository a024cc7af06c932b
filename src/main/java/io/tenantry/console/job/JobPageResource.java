package io.tenantry.console.job;

import io.tenantry.console.api.Api;
import io.tenantry.console.api.QueryText;
import io.tenantry.console.api.Reading;
import io.tenantry.console.page.Pages;
import io.tenantry.console.page.Section;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** How a job is, and what can be done about it. */
@Path(Section.ROOT + "/tenants/{tenant}/jobs/{job}")
public class JobPageResource {
    private static final int ESCROWS = 50;

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
        return pages.page(
                head.applicationName(),
                Section.TENANTS,
                Templates.overview(
                        head, JobState.read(reading, head), JobSettings.read(reading, head), RestartChoice.ALL),
                reading);
    }

    /** The part that follows what happens. */
    @GET
    @Path("/state")
    public Response state(@PathParam("tenant") String tenant, @PathParam("job") String job) {
        Reading reading = api.reading();
        JobHead head = JobHead.read(reading, tenant, job, JobTab.OVERVIEW);
        return pages.part(Templates.state(JobState.read(reading, head)));
    }

    /** The part that follows what was set. */
    @GET
    @Path("/settings")
    public Response settings(@PathParam("tenant") String tenant, @PathParam("job") String job) {
        Reading reading = api.reading();
        JobHead head = JobHead.read(reading, tenant, job, JobTab.OVERVIEW);
        return pages.part(Templates.settings(JobSettings.read(reading, head)));
    }

    /** All objects that fail, page by page. */
    @GET
    @Path("/escrows")
    public Response escrows(
            @PathParam("tenant") String tenant,
            @PathParam("job") String job,
            @QueryParam("after") @DefaultValue("") String after) {
        Reading reading = api.reading();
        JobHead head = JobHead.read(reading, tenant, job, JobTab.OVERVIEW);
        String url = new QueryText(head.control() + "/escrows")
                .with("top", Integer.toString(ESCROWS))
                .with("after", after)
                .text();
        Escrowed escrowed = Escrowed.of(head, reading.control(url));
        return pages.page("Objects that fail", Section.TENANTS, Templates.escrows(head, escrowed), reading);
    }
}
