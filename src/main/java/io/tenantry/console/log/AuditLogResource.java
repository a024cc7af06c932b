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
import java.util.List;

/** What was changed in a tenant, by whom. */
@Path(Section.ROOT + "/logs/audits")
public class AuditLogResource {
    private static final String PAGE = Section.ROOT + "/logs/audits";
    private static final int ROWS = 50;

    private final Api api;
    private final Pages pages;

    AuditLogResource(Api api, Pages pages) {
        this.api = api;
        this.pages = pages;
    }

    @GET
    public Response show(@BeanParam LogFilter filter) {
        Reading reading = api.reading();
        LoggedTenant tenant = LoggedTenant.of(filter.tenant(), TenantNames.of(reading));
        LogFilter chosen = filter.of(tenant.id());
        LogPage log = list(reading, chosen);
        return pages.page("Audit log", Section.LOGS, Templates.audits(log, chosen, tenant), reading);
    }

    @GET
    @Path("/list")
    public Response list(@BeanParam LogFilter filter) {
        return pages.part(Templates.list(list(api.reading(), filter)));
    }

    @GET
    @Path("/{tenant}/{id}")
    public Response entry(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        Reading reading = api.reading();
        JsonNode entry = reading.graph(tenant, "/v1.0/auditLogs/directoryAudits/" + UrlText.encoded(id));
        return pages.page("Audit entry", Section.LOGS, Templates.audit(AuditEntry.of(tenant, entry)), reading);
    }

    private static LogPage list(Reading reading, LogFilter filter) {
        if (filter.tenant().isEmpty()) {
            return new LogPage(List.of(), PAGE + "/list", "");
        }
        JsonNode answer = reading.graph(filter.tenant(), filter.audits(ROWS));
        return LogPage.of(answer, filter, PAGE, entry -> LogPage.audit(filter.tenant(), entry));
    }
}
