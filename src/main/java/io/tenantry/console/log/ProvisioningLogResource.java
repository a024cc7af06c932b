package io.tenantry.console.log;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.Api;
import io.tenantry.console.api.Reading;
import io.tenantry.console.api.TenantNames;
import io.tenantry.console.api.UrlText;
import io.tenantry.console.page.Pages;
import io.tenantry.console.page.Section;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;

/** What the jobs of a tenant did, object by object. */
@Path(Section.ROOT + "/logs")
public class ProvisioningLogResource {
    private static final String PAGE = Section.ROOT + "/logs";
    private static final int ROWS = 50;

    private final Api api;
    private final Pages pages;

    ProvisioningLogResource(Api api, Pages pages) {
        this.api = api;
        this.pages = pages;
    }

    /** A job to choose. */
    public record Job(String id, String name) {}

    @GET
    public Response show(@BeanParam LogFilter filter) {
        Reading reading = api.reading();
        LoggedTenant tenant = LoggedTenant.of(filter.tenant(), TenantNames.of(reading));
        LogFilter chosen = filter.of(tenant.id());
        LogPage log = list(reading, chosen);
        return pages.page(
                "Provisioning log",
                Section.LOGS,
                Templates.provisioning(log, chosen, tenant, jobs(reading, tenant)),
                reading);
    }

    @GET
    @Path("/list")
    public Response list(@BeanParam LogFilter filter) {
        return pages.part(Templates.list(list(api.reading(), filter)));
    }

    @GET
    @Path("/provisioning/{tenant}/{id}")
    public Response entry(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        Reading reading = api.reading();
        JsonNode entry = reading.graph(tenant, "/v1.0/auditLogs/provisioning/" + UrlText.encoded(id));
        return pages.page("Log entry", Section.LOGS, Templates.entry(ProvisioningEntry.of(tenant, entry)), reading);
    }

    private static LogPage list(Reading reading, LogFilter filter) {
        if (filter.tenant().isEmpty()) {
            return new LogPage(List.of(), PAGE + "/list", "");
        }
        JsonNode answer = reading.graph(filter.tenant(), filter.provisioning(ROWS));
        return LogPage.of(answer, filter, PAGE, entry -> LogPage.provisioning(filter.tenant(), entry));
    }

    private static List<Job> jobs(Reading reading, LoggedTenant tenant) {
        List<Job> jobs = new ArrayList<>();
        if (!tenant.isNobody()) {
            String url = "/_tenantry/tenants/" + UrlText.encoded(tenant.id()) + "/jobs";
            for (JsonNode job : reading.control(url)) {
                jobs.add(new Job(
                        job.path("id").asText(),
                        job.path("servicePrincipal").path("displayName").asText()));
            }
        }
        return jobs;
    }
}
