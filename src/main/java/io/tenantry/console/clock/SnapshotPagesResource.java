package io.tenantry.console.clock;

import io.tenantry.console.api.Api;
import io.tenantry.console.api.Reading;
import io.tenantry.console.api.TenantNames;
import io.tenantry.console.page.Pages;
import io.tenantry.console.page.Section;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** States of the whole server: kept, put back, compared, reset. */
@Path(Section.ROOT + "/snapshots")
public class SnapshotPagesResource {
    private final Api api;
    private final Pages pages;

    SnapshotPagesResource(Api api, Pages pages) {
        this.api = api;
        this.pages = pages;
    }

    @GET
    public Response show() {
        Reading reading = api.reading();
        return pages.page("Snapshots", Section.SNAPSHOTS, Templates.snapshots(SnapshotRow.all(reading)), reading);
    }

    @GET
    @Path("/list")
    public Response list() {
        return pages.part(Templates.list(SnapshotRow.all(api.reading())));
    }

    @GET
    @Path("/changes")
    public Response changes(@BeanParam ChangeFilter filter) {
        Reading reading = api.reading();
        ChangeList changes = ChangeList.of(reading.control(filter.call()), filter, TenantNames.of(reading));
        return pages.page(
                "Changes", Section.SNAPSHOTS, Templates.changes(changes, filter, SnapshotRow.all(reading)), reading);
    }
}
