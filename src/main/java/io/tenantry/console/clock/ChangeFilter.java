package io.tenantry.console.clock;

import io.tenantry.console.api.QueryText;
import io.tenantry.console.api.UrlText;
import io.tenantry.console.page.Section;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/** Which states are compared, and what of them is looked at. */
public class ChangeFilter {
    @QueryParam("from")
    @DefaultValue("")
    String from;

    @QueryParam("to")
    @DefaultValue("")
    String to;

    @QueryParam("tenant")
    @DefaultValue("")
    String tenant;

    @QueryParam("type")
    @DefaultValue("")
    String type;

    @QueryParam("after")
    @DefaultValue("")
    String after;

    public String from() {
        return from;
    }

    public String to() {
        return to;
    }

    /** What the later state is called. */
    public String later() {
        return to.isEmpty() ? "now" : to;
    }

    public boolean narrowed() {
        return !tenant.isEmpty() || !type.isEmpty();
    }

    /** The call that reads what is asked for. */
    String call() {
        return new QueryText("/_tenantry/snapshots/" + UrlText.encoded(from) + "/changes")
                .with("to", to)
                .with("tenant", tenant)
                .with("type", type)
                .with("$skiptoken", after)
                .text();
    }

    /** Address of the page that shows this much of the same states. */
    String address(String tenant, String type, String after) {
        return new QueryText(Section.SNAPSHOTS.href() + "/changes")
                .with("from", from)
                .with("to", to)
                .with("tenant", tenant)
                .with("type", type)
                .with("after", after)
                .text();
    }

    /** Address of all that is different. */
    public String whole() {
        return address("", "", "");
    }

    String next(String after) {
        return address(tenant, type, after);
    }
}
