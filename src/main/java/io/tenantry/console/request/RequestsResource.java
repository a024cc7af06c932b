package io.tenantry.console.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tenantry.console.api.Api;
import io.tenantry.console.api.Reading;
import io.tenantry.console.api.TenantNames;
import io.tenantry.console.api.UrlText;
import io.tenantry.console.page.Pages;
import io.tenantry.console.page.Section;
import io.tenantry.format.Json;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;

/** What Graph and the token service were asked of late, as it comes in. */
@Path(Section.ROOT + "/requests")
public class RequestsResource {
    private static final String LIST = Section.ROOT + "/requests";
    private static final String PART = LIST + "/list";
    private static final String LATENCY = LIST + "/latency";

    private final Api api;
    private final Pages pages;

    RequestsResource(Api api, Pages pages) {
        this.api = api;
        this.pages = pages;
    }

    /**
     * The list as it is shown.
     *
     * @param part address that it is read anew from
     * @param latency address of what the chart draws
     * @param next address of the page behind, empty for none
     */
    public record RequestList(List<RequestRow> rows, String part, String latency, String next) {}

    @GET
    public Response show(@BeanParam RequestFilter filter) {
        Reading reading = api.reading();
        TenantNames tenants = TenantNames.of(reading);
        RequestList list = list(reading, tenants, filter);
        return pages.page("Requests", Section.REQUESTS, Templates.requests(list, filter, tenants.all()), reading);
    }

    @GET
    @Path("/list")
    public Response list(@BeanParam RequestFilter filter) {
        Reading reading = api.reading();
        return pages.part(Templates.list(list(reading, TenantNames.of(reading), filter)));
    }

    /** Moment, duration and status of each, for the chart. */
    @GET
    @Path("/latency")
    @Produces(MediaType.APPLICATION_JSON)
    public ArrayNode latency(@BeanParam RequestFilter filter) {
        ArrayNode points = Json.array();
        for (JsonNode each : api.reading().control(filter.call()).path("requests")) {
            points.addArray()
                    .add(each.path("at").asText())
                    .add(each.path("durationMs").asDouble())
                    .add(each.path("status").asInt());
        }
        return points;
    }

    @GET
    @Path("/{id}")
    public Response one(@PathParam("id") String id) {
        Reading reading = api.reading();
        TenantNames tenants = TenantNames.of(reading);
        String url = "/_tenantry/requests/" + UrlText.encoded(id);
        JsonNode request = reading.control(url);
        WholeRequest whole = WholeRequest.of(
                RequestRow.of(request, tenants),
                request,
                script(reading, url, "curl"),
                script(reading, url, "http"),
                script(reading, url, "powershell"));
        return pages.page("Request " + id, Section.REQUESTS, Templates.request(whole), reading);
    }

    private static String script(Reading reading, String url, String language) {
        return reading.text(url + "?as=" + language);
    }

    private RequestList list(Reading reading, TenantNames tenants, RequestFilter filter) {
        JsonNode found = reading.control(filter.call());
        List<RequestRow> rows = new ArrayList<>();
        found.path("requests").forEach(each -> rows.add(RequestRow.of(each, tenants)));
        String next = found.path("next").asText("");
        return new RequestList(
                rows,
                filter.address(PART, filter.after()),
                filter.address(LATENCY, filter.after()),
                found.path("next").isNull() ? "" : filter.address(LIST, next));
    }
}
