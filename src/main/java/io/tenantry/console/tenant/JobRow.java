package io.tenantry.console.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.Timestamps;
import io.tenantry.console.api.UrlText;
import io.tenantry.console.page.Section;

/**
 * A job in the list of a tenant that it leaves or comes into.
 *
 * @param other the tenant at its other end
 * @param tone how its state is coloured; the text says the same
 */
public record JobRow(
        String name,
        String href,
        String other,
        String otherHref,
        String state,
        String tone,
        long links,
        String lastCycle,
        String next) {
    static JobRow outgoing(JsonNode job, TenantHead head) {
        String target = job.path("target").asText("");
        return of(job, head, head.id(), job.path("target").isNull() ? "" : target);
    }

    static JobRow incoming(JsonNode job, TenantHead head, String source) {
        return of(job, head, source, source);
    }

    private static JobRow of(JsonNode job, TenantHead head, String source, String other) {
        String code = job.path("code").asText();
        boolean running = job.path("running").asBoolean();
        JsonNode last = job.path("lastExecution");
        return new JobRow(
                job.at("/servicePrincipal/displayName").asText(""),
                Section.TENANTS.href() + "/" + UrlText.encoded(source) + "/jobs/"
                        + UrlText.encoded(job.path("id").asText()),
                other.isEmpty() ? "no target yet" : head.nameOf(other),
                other.isEmpty() || head.nameOf(other).equals(other)
                        ? ""
                        : Section.TENANTS.href() + "/" + UrlText.encoded(other),
                running ? code + ", running" : code,
                code.equals("Active") ? "good" : code.equals("Quarantine") ? "bad" : "",
                job.path("links").asLong(),
                last.isObject()
                        ? last.path("state").asText() + ", "
                                + Timestamps.shown(last.path("timeEnded").asText(""))
                        : "none yet",
                job.path("nextRun").isNull()
                        ? ""
                        : Timestamps.shown(job.path("nextRun").asText("")));
    }
}
