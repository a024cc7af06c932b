package io.tenantry.console.log;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.Api;
import io.tenantry.console.api.Reading;
import io.tenantry.console.page.Section;
import io.tenantry.console.page.UnknownPage;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a log page shows as a file: CSV, or the entries as Graph has them. */
@Path(Section.ROOT + "/logs/export/{log}")
public class ExportResource {
    private static final int PAGE = 500;
    /** As the portal has it no more than a bound, so that one file does not take the memory of all. */
    private static final int MOST = 5_000;

    private final Api api;

    ExportResource(Api api) {
        this.api = api;
    }

    @GET
    public Response export(
            @PathParam("log") String log,
            @BeanParam LogFilter filter,
            @QueryParam("as") @DefaultValue("json") String as) {
        String first =
                switch (log) {
                    case "provisioning" -> filter.provisioning(PAGE);
                    case "audits" -> filter.audits(PAGE);
                    default -> throw new UnknownPage();
                };
        List<JsonNode> entries = entries(filter.tenant(), first);
        boolean csv = as.equals("csv");
        String text = csv ? log.equals("audits") ? Csv.audits(entries) : Csv.provisioning(entries) : entries.toString();
        return Response.ok(text.getBytes(StandardCharsets.UTF_8))
                .header("Content-Type", csv ? "text/csv; charset=utf-8" : "application/json")
                .header("Content-Disposition", "attachment; filename=\"" + log + (csv ? ".csv" : ".json") + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private List<JsonNode> entries(String tenant, String first) {
        Reading reading = api.reading();
        List<JsonNode> entries = new ArrayList<>();
        String url = first;
        while (url != null && entries.size() < MOST) {
            JsonNode page = reading.graph(tenant, url);
            page.path("value").forEach(entries::add);
            String next = page.path("@odata.nextLink").asText("");
            url = next.isEmpty() ? null : pathOf(next);
        }
        return entries;
    }

    private static String pathOf(String url) {
        return url.substring(url.indexOf('/', url.indexOf("//") + 2));
    }
}
