package io.tenantry.console.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.console.api.Api;
import io.tenantry.console.api.ApiAnswer;
import io.tenantry.console.api.ApiCall;
import io.tenantry.console.api.Reading;
import io.tenantry.console.api.UrlText;
import io.tenantry.console.job.JobHead;
import io.tenantry.console.job.JobTab;
import io.tenantry.console.page.Pages;
import io.tenantry.console.page.Section;
import io.tenantry.control.TakesLargeBody;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** What the next cycle of a job would do, object by object; also with a schema or policies that are not stored. */
@Path(PlanPageResource.PATH)
public class PlanPageResource {
    static final String PATH = Section.ROOT + "/tenants/{tenant}/jobs/{job}/plan";
    private static final int GONE = 410;

    private final Api api;
    private final Pages pages;

    PlanPageResource(Api api, Pages pages) {
        this.api = api;
        this.pages = pages;
    }

    @GET
    public Response show(@PathParam("tenant") String tenant, @PathParam("job") String job) {
        Reading reading = api.reading();
        JobHead head = JobHead.read(reading, tenant, job, JobTab.PLAN);
        boolean started =
                !reading.control(head.control()).path("schedule").asText().equals("Disabled");
        return pages.page("Plan of " + head.applicationName(), Section.TENANTS, Templates.page(head, started), reading);
    }

    /** A page of the plan, as it is put in place. It is made before it is shown, which may take its time. */
    @POST
    @Path("/objects")
    @TakesLargeBody
    public Response objects(
            @PathParam("tenant") String tenant, @PathParam("job") String job, MultivaluedMap<String, String> fields) {
        String path = "/tenants/" + UrlText.encoded(tenant) + "/jobs/" + UrlText.encoded(job) + "/plan";
        PlanForm form = PlanForm.of(fields);
        String url = form.query("/_tenantry" + path);
        Optional<ObjectNode> body = form.json();
        ApiCall call = new ApiCall("POST", null, url, body.orElse(null));
        if (body.isEmpty()) {
            return refused("The schema is no JSON.", call);
        }
        ApiAnswer answer = api.reading().tried(call);
        if (!answer.succeeded()) {
            return refused(
                    answer.status() == GONE ? "The plan is no longer kept. Make it again." : answer.error(), call);
        }
        String next = Section.ROOT + path + "/objects";
        return pages.part(Templates.objects(PlanView.of(next, tenant, form, answer.json(), pages.shown(call))));
    }

    private Response refused(String message, ApiCall call) {
        return pages.part(Templates.refused(new PlanRefused(message, pages.shown(call))));
    }
}
