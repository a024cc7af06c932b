package io.tenantry.console.person;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.TenantNames;
import io.tenantry.console.api.UrlText;
import io.tenantry.console.page.Section;

/**
 * What joins a user of a source tenant to one of a target, or may come to join them: a job.
 *
 * @param application the service principal of the job
 * @param user id of the user in the source
 * @param state of the link, empty where there is none
 */
public record Tie(
        String source,
        String sourceName,
        String target,
        String targetName,
        String job,
        String application,
        String jobName,
        String user,
        String state) {
    static Tie of(JsonNode job, String source, String user, String state, TenantNames names) {
        String target = job.path("target").isNull() ? "" : job.path("target").asText("");
        return new Tie(
                source,
                names.of(source),
                target,
                target.isEmpty() ? "no target yet" : names.of(target),
                job.path("id").asText(),
                job.at("/servicePrincipal/id").asText(),
                job.at("/servicePrincipal/displayName").asText(""),
                user,
                state);
    }

    public String jobHref() {
        return Section.TENANTS.href() + "/" + UrlText.encoded(source) + "/jobs/" + UrlText.encoded(job);
    }

    /** The job in the control API. */
    String control() {
        return "/_tenantry/tenants/" + UrlText.encoded(source) + "/jobs/" + UrlText.encoded(job);
    }

    /** The job in Graph. */
    public String graph() {
        return "/v1.0/servicePrincipals/" + UrlText.encoded(application) + "/synchronization/jobs/"
                + UrlText.encoded(job);
    }

    public String assignments() {
        return "/v1.0/servicePrincipals/" + UrlText.encoded(application) + "/appRoleAssignedTo";
    }
}
