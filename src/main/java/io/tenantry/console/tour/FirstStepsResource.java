package io.tenantry.console.tour;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.console.api.Api;
import io.tenantry.console.api.Reading;
import io.tenantry.console.api.UrlText;
import io.tenantry.console.page.Pages;
import io.tenantry.console.page.Section;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tour, and what changes of it while one looks at it. */
@Path(Section.ROOT + "/first-steps")
public class FirstStepsResource {
    private static final String PEOPLE = "/v1.0/users?$top=20&$select=id,displayName,userPrincipalName";

    private final Api api;
    private final Pages pages;

    FirstStepsResource(Api api, Pages pages) {
        this.api = api;
        this.pages = pages;
    }

    @GET
    public Response show(
            @QueryParam("source") @DefaultValue("") String source,
            @QueryParam("target") @DefaultValue("") String target,
            @QueryParam("person") @DefaultValue("") String person,
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("step") @DefaultValue("") String step) {
        Reading reading = api.reading();
        JsonNode tenants = reading.control("/_tenantry/tenants");
        Optional<Choice> choice = Choice.of(tenants, source, target, person, q.strip(), step);
        return choice.map(chosen -> {
                    Tour tour = Tour.of(new SetupReading(reading, chosen).read());
                    return pages.page(
                            "First steps", Section.FIRST_STEPS, Templates.page(tour, people(reading, chosen)), reading);
                })
                .orElseGet(
                        () -> pages.page("First steps", Section.FIRST_STEPS, Templates.alone(tenants.size()), reading));
    }

    /** The list of steps, and what the API tells of the one that is shown. */
    @GET
    @Path("/state")
    public Response state(
            @QueryParam("source") @DefaultValue("") String source,
            @QueryParam("target") @DefaultValue("") String target,
            @QueryParam("person") @DefaultValue("") String person,
            @QueryParam("step") @DefaultValue("") String step,
            @QueryParam("mark") @DefaultValue("") String mark) {
        Reading reading = api.reading();
        return Choice.of(reading.control("/_tenantry/tenants"), source, target, person, "", step)
                .map(choice -> Tour.of(new SetupReading(reading, choice).read()))
                .filter(tour -> tour.mark().equals(mark))
                .map(tour -> pages.part(Templates.state(tour)))
                .orElseGet(
                        () -> Response.noContent().header("HX-Refresh", "true").build());
    }

    private static List<Tour.Person> people(Reading reading, Choice choice) {
        String which = choice.q().isEmpty()
                ? "&$filter=" + UrlText.encoded("accountEnabled eq true and userType eq 'Member'")
                : "&$search=" + UrlText.encoded("\"displayName:" + choice.q().replaceAll("[\"\\\\]", " ") + "\"");
        List<Tour.Person> people = new ArrayList<>();
        reading.graph(choice.source().id(), PEOPLE + which)
                .path("value")
                .forEach(user -> people.add(new Tour.Person(
                        user.path("id").asText(),
                        user.path("displayName").asText(),
                        user.path("userPrincipalName").asText())));
        return people;
    }
}
