package io.tenantry.console.job;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.console.api.Api;
import io.tenantry.console.api.Reading;
import io.tenantry.console.page.Pages;
import io.tenantry.console.page.Section;
import io.tenantry.format.Json;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What came of the cycles of a job. */
@Path(Section.ROOT + "/tenants/{tenant}/jobs/{job}/runs")
public class RunsPageResource {
    private final Api api;
    private final Pages pages;

    RunsPageResource(Api api, Pages pages) {
        this.api = api;
        this.pages = pages;
    }

    @GET
    public Response show(
            @PathParam("tenant") String tenant,
            @PathParam("job") String job,
            @QueryParam("idle") @DefaultValue("false") boolean idle,
            @QueryParam("after") @DefaultValue("") String after) {
        Reading reading = api.reading();
        JobHead head = JobHead.read(reading, tenant, job, JobTab.RUNS);
        RunList runs = RunList.read(reading, head, idle, after);
        return pages.page("Runs", Section.TENANTS, Templates.runs(head, runs), reading);
    }

    /** The part that follows what happens. */
    @GET
    @Path("/list")
    public Response list(
            @PathParam("tenant") String tenant,
            @PathParam("job") String job,
            @QueryParam("idle") @DefaultValue("false") boolean idle,
            @QueryParam("after") @DefaultValue("") String after) {
        Reading reading = api.reading();
        JobHead head = JobHead.read(reading, tenant, job, JobTab.RUNS);
        return pages.part(Templates.runList(RunList.read(reading, head, idle, after)));
    }

    /** The runs of a page, oldest first, and the names of what is counted. */
    @GET
    @Path("/chart")
    @Produces(MediaType.APPLICATION_JSON)
    public ObjectNode chart(
            @PathParam("tenant") String tenant,
            @PathParam("job") String job,
            @QueryParam("idle") @DefaultValue("false") boolean idle,
            @QueryParam("after") @DefaultValue("") String after) {
        Reading reading = api.reading();
        JobHead head = JobHead.read(reading, tenant, job, JobTab.RUNS);
        ObjectNode chart = Json.object();
        ArrayNode names = chart.putArray("names");
        for (Outcome outcome : Outcome.values()) {
            names.add(outcome.title());
        }
        ArrayNode runs = chart.putArray("runs");
        for (RunRow row : RunList.read(reading, head, idle, after).rows()) {
            ObjectNode run = Json.object()
                    .put("began", row.began())
                    .put("state", row.badge().text())
                    .put("href", row.href());
            row.counts().forEach(count -> run.withArray("counts").add(count.number()));
            runs.insert(0, run);
        }
        return chart;
    }

    /** The log entries of one. */
    @GET
    @Path("/{run}")
    public Response entries(
            @PathParam("tenant") String tenant,
            @PathParam("job") String job,
            @PathParam("run") String run,
            @QueryParam("outcome") @DefaultValue("") String outcome,
            @QueryParam("token") @DefaultValue("") String token) {
        Reading reading = api.reading();
        JobHead head = JobHead.read(reading, tenant, job, JobTab.RUNS);
        RunEntries entries = RunEntries.read(reading, head, run, outcome, token);
        return pages.page("Run of " + entries.run().began(), Section.TENANTS, Templates.run(head, entries), reading);
    }
}
