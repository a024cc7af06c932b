package io.tenantry.console.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.ApiCall;
import io.tenantry.console.api.Reading;
import io.tenantry.console.api.UrlText;
import io.tenantry.console.page.Section;
import java.util.List;

/**
 * What stands at the head of every page of a job.
 *
 * @param tenant id of the source
 * @param application the service principal that the job belongs to
 * @param targetId empty while the job does not say to whom it goes
 * @param tab which of the pages it is
 */
public record JobHead(
        String tenant,
        String tenantName,
        String id,
        String application,
        String applicationName,
        String targetId,
        String targetName,
        JobTab tab) {
    /**
     * Reads it.
     *
     * @throws io.tenantry.console.api.ApiRefused where there is no such tenant or job
     */
    public static JobHead read(Reading reading, String tenant, String job, JobTab tab) {
        List<JsonNode> read = reading.all(List.of(control(tenant, job), ApiCall.control("/_tenantry/tenants")));
        return of(read.get(0), read.get(1), tenant, tab);
    }

    /** The call that tells of a job what the console needs of it. */
    static ApiCall control(String tenant, String job) {
        return ApiCall.control("/_tenantry/tenants/" + UrlText.encoded(tenant) + "/jobs/" + UrlText.encoded(job));
    }

    static JobHead of(JsonNode job, JsonNode tenants, String tenant, JobTab tab) {
        JsonNode application = job.path("servicePrincipal");
        String target = job.path("target").asText("");
        return new JobHead(
                tenant,
                name(tenants, tenant),
                job.path("id").asText(),
                application.path("id").asText(),
                application.path("displayName").asText(""),
                target,
                target.isEmpty() ? "no target yet" : name(tenants, target),
                tab);
    }

    private static String name(JsonNode tenants, String id) {
        for (JsonNode tenant : tenants) {
            if (tenant.path("id").asText().equals(id)) {
                return tenant.path("displayName").asText();
            }
        }
        return id;
    }

    public JobTab[] tabs() {
        return JobTab.values();
    }

    public String href(JobTab to) {
        return href() + to.path();
    }

    /** Where the pages of the job are. */
    public String href() {
        return tenantHref() + "/jobs/" + UrlText.encoded(id);
    }

    public String tenantHref() {
        return Section.TENANTS.href() + "/" + UrlText.encoded(tenant);
    }

    /** The job in Graph. */
    public String graph() {
        return synchronization() + "/jobs/" + id;
    }

    /** All that Graph keeps of the synchronization of its application. */
    public String synchronization() {
        return "/v1.0/servicePrincipals/" + application + "/synchronization";
    }

    /** The job in the control API. */
    public String control() {
        return "/_tenantry/tenants/" + tenant + "/jobs/" + id;
    }
}
