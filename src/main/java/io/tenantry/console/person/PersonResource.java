package io.tenantry.console.person;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.Api;
import io.tenantry.console.api.ApiAnswer;
import io.tenantry.console.api.ApiCall;
import io.tenantry.console.api.QueryText;
import io.tenantry.console.api.Reading;
import io.tenantry.console.api.TenantNames;
import io.tenantry.console.page.Pages;
import io.tenantry.console.page.Section;
import io.tenantry.console.page.ShownCall;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A person from both sides. */
@Path(Section.ROOT + "/tenants/{tenant}/users/{user}")
public class PersonResource {
    private static final int MOST_GROUPS = 25;

    private final Api api;
    private final Pages pages;

    PersonResource(Api api, Pages pages) {
        this.api = api;
        this.pages = pages;
    }

    @GET
    public Response show(
            @PathParam("tenant") String tenant,
            @PathParam("user") String user,
            @QueryParam("job") @DefaultValue("") String job) {
        Reading reading = api.reading();
        PersonPage page = read(reading, tenant, user, job);
        return pages.page(page.person().name(), Section.TENANTS, Templates.person(page), reading);
    }

    /** Both sides and the history, anew. */
    @GET
    @Path("/sides")
    public Response sides(
            @PathParam("tenant") String tenant,
            @PathParam("user") String user,
            @QueryParam("job") @DefaultValue("") String job) {
        PersonPage page = read(api.reading(), tenant, user, job);
        return page.joined().map(joined -> pages.part(Templates.sides(joined))).orElseGet(() -> Response.noContent()
                .build());
    }

    /** What the engine says of it. It may have to look at everybody for that, so nothing else waits for it. */
    @GET
    @Path("/why")
    public Response why(
            @PathParam("tenant") String tenant,
            @PathParam("user") String user,
            @QueryParam("job") @DefaultValue("") String job) {
        Reading reading = api.reading();
        Person person = Person.read(reading, tenant, user);
        return Ties.read(reading, TenantNames.of(reading), person, job)
                .chosen()
                .map(tie -> pages.part(Templates.why(Explanation.read(reading, tie))))
                .orElseGet(() -> Response.noContent().build());
    }

    /** Provisions somebody now, and shows it step by step. */
    @POST
    @Path("/on-demand")
    public Response onDemand(
            @FormParam("source") @DefaultValue("") String source,
            @FormParam("application") @DefaultValue("") String application,
            @FormParam("job") @DefaultValue("") String job,
            @FormParam("rule") @DefaultValue("") String rule,
            @FormParam("subject") @DefaultValue("") String subject) {
        ApiCall call = OnDemand.call(source, application, job, rule, subject);
        ApiAnswer answer = api.send(call);
        if (!answer.succeeded()) {
            return pages.part(Templates.refused(answer.status(), answer.error()));
        }
        return Pages.changed(pages.part(Templates.onDemand(OnDemand.of(answer))));
    }

    private PersonPage read(Reading reading, String tenant, String user, String job) {
        TenantNames names = TenantNames.of(reading);
        Person person = Person.read(reading, tenant, user);
        Ties ties = Ties.read(reading, names, person, job);
        Optional<PersonPage.Joined> joined = ties.chosen().map(tie -> joined(reading, tie));
        return new PersonPage(
                person, names.of(tenant), ties.all(), joined, person.isDeleted() ? List.of() : groups(reading, person));
    }

    private PersonPage.Joined joined(Reading reading, Tie tie) {
        Sides sides = Sides.read(reading, tie);
        ShownCall onDemand =
                pages.shown(OnDemand.call(tie.source(), tie.application(), tie.job(), sides.rule(), tie.user()));
        return new PersonPage.Joined(
                tie, sides, History.read(reading, tie), Assignment.read(reading, tie, sides), onDemand);
    }

    private static List<PersonPage.Group> groups(Reading reading, Person person) {
        JsonNode found = reading.graph(
                person.tenant(),
                new QueryText(person.url() + "/memberOf/microsoft.graph.group")
                        .with("$select", "id,displayName")
                        .with("$top", Integer.toString(MOST_GROUPS))
                        .text());
        List<PersonPage.Group> groups = new ArrayList<>();
        for (JsonNode group : found.path("value")) {
            String id = group.path("id").asText();
            groups.add(new PersonPage.Group(
                    group.path("displayName").asText(id),
                    Section.TENANTS.href() + "/" + person.tenant() + "?group=" + id));
        }
        return groups;
    }
}
