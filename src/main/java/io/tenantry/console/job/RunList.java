package io.tenantry.console.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.QueryText;
import io.tenantry.console.api.Reading;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of the runs of a job, newest first.
 *
 * @param idle whether those are there that found nothing to do
 * @param next address of the page behind, empty for none
 */
public record RunList(JobHead head, List<RunRow> rows, boolean idle, String after, String next) {
    private static final int PAGE = 40;

    static RunList read(Reading reading, JobHead head, boolean idle, String after) {
        JsonNode page = reading.control(call(head, idle, after));
        List<RunRow> rows = new ArrayList<>();
        page.path("runs").forEach(run -> rows.add(RunRow.of(head, run)));
        String next = page.path("next").asText("");
        return new RunList(head, rows, idle, after, page.path("next").isTextual() ? address(head, "", idle, next) : "");
    }

    private static String call(JobHead head, boolean idle, String after) {
        return new QueryText(head.control() + "/runs")
                .with("top", Integer.toString(PAGE))
                .with("idle", Boolean.toString(idle))
                .with("after", after)
                .text();
    }

    private static String address(JobHead head, String part, boolean idle, String after) {
        return new QueryText(head.href(JobTab.RUNS) + part)
                .with("idle", idle ? "true" : "")
                .with("after", after)
                .text();
    }

    /** Where it is read anew. */
    public String listHref() {
        return address(head, "/list", idle, after);
    }

    /** What the chart draws. */
    public String chartHref() {
        return address(head, "/chart", idle, after);
    }

    /** The same with those left out that found nothing to do, or with them. */
    public String otherHref() {
        return address(head, "", !idle, "");
    }

    public Outcome[] outcomes() {
        return Outcome.values();
    }
}
