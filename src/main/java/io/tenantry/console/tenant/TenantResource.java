package io.tenantry.console.tenant;

import io.quarkus.qute.TemplateInstance;
import io.tenantry.console.api.Api;
import io.tenantry.console.api.Reading;
import io.tenantry.console.page.Pages;
import io.tenantry.console.page.Section;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** One tenant: who and what is in it, its jobs, and what it has open towards others. */
@Path(Section.ROOT + "/tenants/{tenant}")
public class TenantResource {
    private final Api api;
    private final Pages pages;

    TenantResource(Api api, Pages pages) {
        this.api = api;
        this.pages = pages;
    }

    @GET
    public Response people(@PathParam("tenant") String tenant, @BeanParam ListQuery query) {
        return listed(tenant, Listing.PEOPLE, query);
    }

    @GET
    @Path("/groups")
    public Response groups(@PathParam("tenant") String tenant, @BeanParam ListQuery query) {
        return listed(tenant, Listing.GROUPS, query);
    }

    @GET
    @Path("/applications")
    public Response applications(@PathParam("tenant") String tenant, @BeanParam ListQuery query) {
        return listed(tenant, Listing.APPLICATIONS, query);
    }

    private Response listed(String tenant, Listing listing, ListQuery query) {
        Reading reading = api.reading();
        TenantHead head = TenantHead.read(reading, tenant, listing.tab);
        ObjectList list = ObjectList.read(reading, head, listing, query);
        String group = query.isOfGroup() ? groupName(reading, head, query.group()) : "";
        ObjectSearch search = new ObjectSearch(
                listing.hint, head.href(listing.tab), ObjectList.page(head, listing), listing == Listing.PEOPLE, group);
        return page(head, Templates.objects(head, list, search, query), reading);
    }

    private static String groupName(Reading reading, TenantHead head, String id) {
        return reading.graph(head.id(), "/v1.0/groups/" + id + "?$select=displayName")
                .path("displayName")
                .asText(id);
    }

    /** The list alone, while somebody types. The address in the browser follows. */
    @GET
    @Path("/list/{collection}")
    public Response list(
            @PathParam("tenant") String tenant,
            @PathParam("collection") String collection,
            @BeanParam ListQuery query) {
        Reading reading = api.reading();
        Listing listing = Listing.of(collection);
        TenantHead head = TenantHead.read(reading, tenant, listing.tab);
        Response part = pages.part(Templates.list(ObjectList.read(reading, head, listing, query)));
        return Response.fromResponse(part)
                .header("HX-Replace-Url", query.address(head.href(listing.tab), query.after()))
                .build();
    }

    @GET
    @Path("/synchronization")
    public Response synchronization(@PathParam("tenant") String tenant) {
        Reading reading = api.reading();
        TenantHead head = TenantHead.read(reading, tenant, TenantTab.SYNCHRONIZATION);
        return page(head, Templates.synchronization(head, JobLists.read(reading, head)), reading);
    }

    @GET
    @Path("/synchronization/jobs")
    public Response jobs(@PathParam("tenant") String tenant) {
        Reading reading = api.reading();
        TenantHead head = TenantHead.read(reading, tenant, TenantTab.SYNCHRONIZATION);
        return pages.part(Templates.jobs(head, JobLists.read(reading, head)));
    }

    @GET
    @Path("/access")
    public Response access(@PathParam("tenant") String tenant) {
        Reading reading = api.reading();
        TenantHead head = TenantHead.read(reading, tenant, TenantTab.ACCESS);
        return page(head, Templates.access(head, AccessTable.read(reading, head)), reading);
    }

    @GET
    @Path("/access/matrix")
    public Response matrix(@PathParam("tenant") String tenant) {
        Reading reading = api.reading();
        TenantHead head = TenantHead.read(reading, tenant, TenantTab.ACCESS);
        return pages.part(Templates.matrix(head, AccessTable.read(reading, head)));
    }

    private Response page(TenantHead head, TemplateInstance page, Reading reading) {
        return pages.page(head.tab().title() + " · " + head.name(), Section.TENANTS, page, reading);
    }
}
