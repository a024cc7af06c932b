package io.tenantry.console.request;

import io.tenantry.console.api.QueryText;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** Which requests are listed, as the address of the page says; empty members ask for nothing. */
public record RequestFilter(
        @QueryParam("tenant") @DefaultValue("") String tenant,
        @QueryParam("path") @DefaultValue("") String path,
        @QueryParam("status") @DefaultValue("") String status,
        @QueryParam("after") @DefaultValue("") String after) {
    private static final int PAGE = 50;

    /** Those that can be chosen. */
    public List<String> statuses() {
        return List.of("2xx", "4xx", "5xx", "429");
    }

    /** The call of the control API that lists them. A path without * is taken for a part of one. */
    String call() {
        return new QueryText("/_tenantry/requests")
                .with("tenant", tenant)
                .with("path", path.isEmpty() || path.contains("*") ? path : "*" + path + "*")
                .with("status", status)
                .with("after", after)
                .with("top", Integer.toString(PAGE))
                .text();
    }

    /** The address of a page with the same filter. */
    String address(String page, String behind) {
        return new QueryText(page)
                .with("tenant", tenant)
                .with("path", path)
                .with("status", status)
                .with("after", behind)
                .text();
    }
}
