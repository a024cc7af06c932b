package io.tenantry.console.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.Api;
import io.tenantry.console.api.ApiCall;
import io.tenantry.console.api.Reading;
import io.tenantry.console.api.UrlText;
import io.tenantry.console.page.Pages;
import io.tenantry.console.page.Section;
import io.tenantry.console.page.UnknownPage;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Who is in the scope of a job: assignments, and the scoping filters of its mappings. */
@Path(Section.ROOT + "/tenants/{tenant}/jobs/{job}/scope")
public class ScopePageResource {
    private static final int MEMBERS = 50;

    private final Api api;
    private final Pages pages;

    ScopePageResource(Api api, Pages pages) {
        this.api = api;
        this.pages = pages;
    }

    @GET
    public Response show(
            @PathParam("tenant") String tenant,
            @PathParam("job") String job,
            @QueryParam("mapping") @DefaultValue("0") int mapping,
            @QueryParam("token") @DefaultValue("") String token) {
        Reading reading = api.reading();
        JobHead head = JobHead.read(reading, tenant, job, JobTab.SCOPE);
        List<MappingScope> mappings = mappings(reading, head);
        FilterEditor editor = editor(reading, head, mappings, mapping);
        return pages.page(
                "Scope",
                Section.TENANTS,
                Templates.scope(
                        head,
                        JobSettings.read(reading, head),
                        Assignments.read(reading, head, token),
                        mappings,
                        editor,
                        mapping),
                reading);
    }

    @GET
    @Path("/assignments")
    public Response assignments(
            @PathParam("tenant") String tenant,
            @PathParam("job") String job,
            @QueryParam("token") @DefaultValue("") String token) {
        Reading reading = api.reading();
        JobHead head = JobHead.read(reading, tenant, job, JobTab.SCOPE);
        return pages.part(Templates.assignments(Assignments.read(reading, head, token)));
    }

    /** Who may be assigned, as one types. */
    @GET
    @Path("/search")
    public Response search(
            @PathParam("tenant") String tenant,
            @PathParam("job") String job,
            @QueryParam("q") @DefaultValue("") String text) {
        Reading reading = api.reading();
        JobHead head = JobHead.read(reading, tenant, job, JobTab.SCOPE);
        return pages.part(Templates.candidates(head, Assignments.search(reading, head, text), text.strip()));
    }

    /** Who is a direct member of a group, some of them. */
    @GET
    @Path("/members")
    public Response members(
            @PathParam("tenant") String tenant,
            @PathParam("job") String job,
            @QueryParam("group") @DefaultValue("") String group) {
        Reading reading = api.reading();
        JobHead head = JobHead.read(reading, tenant, job, JobTab.SCOPE);
        JsonNode page = reading.graph(
                tenant,
                "/v1.0/groups/" + UrlText.encoded(group)
                        + "/members?$select=id,displayName,userPrincipalName&$count=true&$top=" + MEMBERS);
        return pages.part(Templates.members(GroupMembers.of(head, page)));
    }

    /** Whether somebody is in scope, and by what. */
    @GET
    @Path("/person")
    public Response person(
            @PathParam("tenant") String tenant,
            @PathParam("job") String job,
            @QueryParam("user") @DefaultValue("") String user) {
        Reading reading = api.reading();
        JobHead head = JobHead.read(reading, tenant, job, JobTab.SCOPE);
        ApiCall call = ApiCall.control(head.control() + "/explain?user=" + UrlText.encoded(user));
        return pages.part(Templates.person(PersonInScope.of(head, reading.tried(call))));
    }

    /** The editor of a filter, with a clause or group more or less. */
    @POST
    @Path("/filter")
    public Response filter(
            @PathParam("tenant") String tenant,
            @PathParam("job") String job,
            @QueryParam("mapping") @DefaultValue("0") int mapping,
            MultivaluedMap<String, String> form) {
        String change = form.getFirst("change");
        FilterEditor edited = edited(tenant, job, mapping, form);
        return pages.part(Templates.filter(change == null ? edited : edited.changed(change), mapping));
    }

    /** What an edited filter says, and the call that saves it. */
    @POST
    @Path("/filter/call")
    public Response call(
            @PathParam("tenant") String tenant,
            @PathParam("job") String job,
            @QueryParam("mapping") @DefaultValue("0") int mapping,
            MultivaluedMap<String, String> form) {
        return pages.part(Templates.filterCall(edited(tenant, job, mapping, form)));
    }

    private FilterEditor edited(String tenant, String job, int mapping, MultivaluedMap<String, String> form) {
        Reading reading = api.reading();
        JobHead head = JobHead.read(reading, tenant, job, JobTab.SCOPE);
        return editor(reading, head, mappings(reading, head), mapping).edited(form);
    }

    private static List<MappingScope> mappings(Reading reading, JobHead head) {
        return MappingScope.list(reading.graph(head.tenant(), head.graph() + "/schema"));
    }

    private static FilterEditor editor(Reading reading, JobHead head, List<MappingScope> mappings, int mapping) {
        if (mapping < 0 || mapping >= mappings.size()) {
            throw new UnknownPage();
        }
        JsonNode operators = reading.graph(head.tenant(), head.graph() + "/schema/filterOperators");
        return FilterEditor.saved(head, mappings.get(mapping), operators);
    }
}
