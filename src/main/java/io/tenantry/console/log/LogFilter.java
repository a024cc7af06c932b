package io.tenantry.console.log;

import io.tenantry.console.api.FilterText;
import io.tenantry.console.api.QueryText;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/**
 * Which entries of a log are listed, as the address of the page says; empty members ask for nothing.
 *
 * @param tenant id of it
 * @param person beginning of a name, or an id, of whom an entry is about
 * @param behind where a page goes on
 */
public record LogFilter(
        @QueryParam("tenant") @DefaultValue("") String tenant,
        @QueryParam("status") @DefaultValue("") String status,
        @QueryParam("action") @DefaultValue("") String action,
        @QueryParam("job") @DefaultValue("") String job,
        @QueryParam("cycle") @DefaultValue("") String cycle,
        @QueryParam("person") @DefaultValue("") String person,
        @QueryParam("activity") @DefaultValue("") String activity,
        @QueryParam("category") @DefaultValue("") String category,
        @QueryParam("since") @DefaultValue("") String since,
        @QueryParam("behind") @DefaultValue("") String behind) {
    public List<String> statuses() {
        return List.of("success", "failure", "skipped", "warning");
    }

    public List<String> actions() {
        return List.of("create", "update", "delete", "disable", "stagedDelete", "other");
    }

    public List<String> results() {
        return List.of("success", "failure");
    }

    LogFilter of(String otherTenant) {
        return new LogFilter(otherTenant, status, action, job, cycle, person, activity, category, since, behind);
    }

    String provisioning(int top) {
        String text = new FilterText()
                .equal("jobId", job)
                .equal("cycleId", cycle)
                .equal("provisioningStatusInfo/status", status)
                .equal("provisioningAction", action)
                .equal("sourceIdentity/id", isId() ? person : "")
                .contains("sourceIdentity/displayName", isId() ? "" : person)
                .since("activityDateTime", since)
                .text();
        return call("/v1.0/auditLogs/provisioning", text, top);
    }

    String audits(int top) {
        String text = new FilterText()
                .equal("result", status)
                .equal("category", category)
                .startsWith("activityDisplayName", activity)
                .since("activityDateTime", since)
                .text();
        return call("/v1.0/auditLogs/directoryAudits", text, top);
    }

    private String call(String path, String text, int top) {
        return new QueryText(path)
                .with("$filter", text)
                .with("$top", Integer.toString(top))
                .with("$skiptoken", behind)
                .text();
    }

    private boolean isId() {
        return person.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    /** The address of a page with the same filter. */
    String address(String page, String from) {
        return query(page).with("behind", from).text();
    }

    /** The address of what the page shows as a file. */
    public String export(String log, String form) {
        return query("/_tenantry/console/logs/export/" + log).with("as", form).text();
    }

    private QueryText query(String page) {
        return new QueryText(page)
                .with("tenant", tenant)
                .with("status", status)
                .with("action", action)
                .with("job", job)
                .with("cycle", cycle)
                .with("person", person)
                .with("activity", activity)
                .with("category", category)
                .with("since", since);
    }
}
