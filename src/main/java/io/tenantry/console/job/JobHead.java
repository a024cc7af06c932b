package io.tenantry.console.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.ApiCall;
import io.tenantry.console.api.Reading;
import io.tenantry.console.api.TenantNames;
import io.tenantry.console.api.UrlText;
import io.tenantry.console.page.Section;

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
        return of(reading.control(call(tenant, job).url()), TenantNames.of(reading), tenant, tab);
    }

    /** The call that tells of a job what Graph does not. */
    static ApiCall call(String tenant, String job) {
        return ApiCall.control("/_tenantry/tenants/" + UrlText.encoded(tenant) + "/jobs/" + UrlText.encoded(job));
    }

    static JobHead of(JsonNode job, TenantNames tenants, String tenant, JobTab tab) {
        JsonNode application = job.path("servicePrincipal");
        String target = job.path("target").asText("");
        return new JobHead(
                tenant,
                tenants.of(tenant),
                job.path("id").asText(),
                application.path("id").asText(),
                application.path("displayName").asText(""),
                target,
                target.isEmpty() ? "no target yet" : tenants.of(target),
                tab);
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

    /** The page of a user of the source. */
    public String userHref(String user) {
        return tenantHref() + "/users/" + UrlText.encoded(user);
    }

    /** The page of an entry of the provisioning log. */
    public String entryHref(String entry) {
        return Section.LOGS.href() + "/provisioning/" + UrlText.encoded(tenant) + "/" + UrlText.encoded(entry);
    }

    /** The job in Graph. */
    public String graph() {
        return synchronization() + "/jobs/" + id;
    }

    /** All that Graph keeps of the synchronization of its application. */
    public String synchronization() {
        return servicePrincipal() + "/synchronization";
    }

    /** Its application in Graph. */
    public String servicePrincipal() {
        return "/v1.0/servicePrincipals/" + application;
    }

    /** The job in the control API. */
    public String control() {
        return "/_tenantry/tenants/" + UrlText.encoded(tenant) + "/jobs/" + UrlText.encoded(id);
    }

    public String targetHref() {
        return Section.TENANTS.href() + "/" + UrlText.encoded(targetId);
    }

    public String runsHref() {
        return href(JobTab.RUNS);
    }

    public String planHref() {
        return href(JobTab.PLAN);
    }

    public String assignUrl() {
        return servicePrincipal() + "/appRoleAssignedTo";
    }

    public String runUrl() {
        return control() + "/run";
    }

    public String startUrl() {
        return graph() + "/start";
    }

    public String pauseUrl() {
        return graph() + "/pause";
    }

    public String restartUrl() {
        return graph() + "/restart";
    }

    public String testUrl() {
        return graph() + "/validateCredentials";
    }
}
