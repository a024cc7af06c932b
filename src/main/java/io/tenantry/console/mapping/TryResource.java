package io.tenantry.console.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.console.api.Api;
import io.tenantry.console.api.ApiAnswer;
import io.tenantry.console.api.ApiCall;
import io.tenantry.console.api.QueryText;
import io.tenantry.console.api.Reading;
import io.tenantry.console.api.UrlText;
import io.tenantry.console.mapping.MappedSource.Kind;
import io.tenantry.console.page.Pages;
import io.tenantry.control.TakesLargeBody;
import io.tenantry.format.Json;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;

/** Tries a mapping on somebody while it is written. */
@Path(MappingResource.PATH)
public class TryResource {
    private static final String MOST = "8";

    private final Api api;
    private final Pages pages;

    TryResource(Api api, Pages pages) {
        this.api = api;
        this.pages = pages;
    }

    /** What comes of the mapping as it stands in the form. */
    @POST
    @Path("/try")
    @TakesLargeBody
    public Response tried(
            @PathParam("tenant") String tenant, @PathParam("job") String job, MultivaluedMap<String, String> fields) {
        AttributeForm form = new AttributeForm(fields);
        try {
            Step step = Step.next(api.reading(), tenant, job, fields);
            return pages.part(Templates.tried(tried(step, form)));
        } catch (UnusableDraft e) {
            return pages.part(Templates.unusable(e.getMessage()));
        }
    }

    private static Tried tried(Step step, AttributeForm form) {
        MappedSource source = form.source();
        ObjectNode body = Json.object().put("expression", source.expression());
        ObjectDefinition.stored(step, "target")
                .attribute(form.text("target"))
                .ifPresent(definition -> body.set("targetAttributeDefinition", definition));
        String who = "";
        if (!step.person().isEmpty()) {
            String url = new QueryText(step.head().control() + "/expression-input")
                    .with("object", step.person())
                    .text();
            JsonNode input = step.reading().control(url);
            who = name(input);
            body.set("testInputObject", input);
        }
        if (source.kind() == Kind.NONE) {
            return Tried.without(form.text("default"), who);
        }
        ApiAnswer answer = step.reading()
                .tried(new ApiCall(
                        "POST", step.head().tenant(), step.head().graph() + "/schema/parseExpression", body));
        return answer.succeeded()
                ? Tried.of(source.expression(), answer.json(), form.text("default"), who)
                : Tried.refused(answer.error());
    }

    private static String name(JsonNode input) {
        for (JsonNode property : input.path("properties")) {
            if (property.path("key").asText().equals("displayName")) {
                return property.path("value").asText();
            }
        }
        return "somebody without a name";
    }

    /** Whom it may be tried on, by the beginning of their names. */
    @GET
    @Path("/people")
    public Response people(
            @PathParam("tenant") String tenant,
            @QueryParam("type") @DefaultValue("User") String type,
            @QueryParam("q") @DefaultValue("") String text,
            @QueryParam("person") @DefaultValue("") String chosen) {
        boolean groups = type.equals("Group");
        QueryText query = new QueryText(groups ? "/v1.0/groups" : "/v1.0/users")
                .with("$select", groups ? "id,displayName,mail" : "id,displayName,userPrincipalName")
                .with("$top", MOST);
        String wanted = text.replaceAll("[\"\\\\]", " ").strip();
        if (!wanted.isEmpty()) {
            query.with(
                            "$search",
                            "\"displayName:" + wanted + "\""
                                    + (groups ? "" : " OR \"userPrincipalName:" + wanted + "\""))
                    .with("$count", "true");
        }
        Reading reading = api.reading();
        ApiAnswer answer = reading.tried(ApiCall.graph(tenant, query.text()));
        List<JsonNode> found = new ArrayList<>();
        answer.json().path("value").forEach(found::add);
        if (!chosen.isEmpty() && found.stream().noneMatch(each -> isId(each, chosen))) {
            String url = (groups ? "/v1.0/groups/" : "/v1.0/users/") + UrlText.encoded(chosen);
            reading.find(ApiCall.graph(tenant, url)).ifPresent(kept -> found.add(0, kept));
        }
        boolean first = found.stream().noneMatch(each -> isId(each, chosen));
        List<Person> people = new ArrayList<>();
        for (JsonNode each : found) {
            people.add(new Person(
                    each.path("id").asText(),
                    each.path("displayName").asText(""),
                    each.path(groups ? "mail" : "userPrincipalName").asText(""),
                    first ? people.isEmpty() : isId(each, chosen)));
        }
        return pages.part(Templates.people(people, answer.succeeded() ? "Nobody is called so." : answer.error()));
    }

    private static boolean isId(JsonNode object, String id) {
        return object.path("id").asText().equals(id);
    }
}
