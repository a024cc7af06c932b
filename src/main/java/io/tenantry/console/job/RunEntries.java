package io.tenantry.console.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.QueryText;
import io.tenantry.console.api.Reading;
import io.tenantry.console.api.UrlText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The log entries of a run, a page of them.
 *
 * @param outcome to which they are narrowed
 * @param next address of the page behind, empty for none
 */
public record RunEntries(RunRow run, Optional<Outcome> outcome, List<EntryRow> rows, String next) {
    private static final int PAGE = 50;
    private static final Pattern SKIP_TOKEN = Pattern.compile("[?&]\\$skiptoken=([^&]*)");

    static RunEntries read(Reading reading, JobHead head, String cycle, String outcome, String token) {
        Optional<Outcome> narrowed = Outcome.named(outcome);
        RunRow run = RunRow.of(head, reading.control(head.control() + "/runs/" + UrlText.encoded(cycle)));
        JsonNode page = reading.graph(
                head.tenant(), call(run.id(), narrowed.map(Outcome::filter).orElse(""), token));
        Matcher next = SKIP_TOKEN.matcher(page.path("@odata.nextLink").asText(""));
        String behind = next.find()
                ? run.href() + "?outcome=" + narrowed.map(Outcome::wireName).orElse("") + "&token=" + next.group(1)
                : "";
        return new RunEntries(run, narrowed, EntryRow.list(head, page), behind);
    }

    private static String call(String cycle, String narrowed, String token) {
        String filter = "cycleId eq '" + cycle + "'" + (narrowed.isEmpty() ? "" : " and " + narrowed);
        return new QueryText("/v1.0/auditLogs/provisioning")
                .with("$filter", filter)
                .with("$top", Integer.toString(PAGE))
                .with("$skiptoken", token)
                .text();
    }

    /** Whether the entries are narrowed to this. */
    public boolean isOf(Outcome each) {
        return outcome.filter(each::equals).isPresent();
    }
}
