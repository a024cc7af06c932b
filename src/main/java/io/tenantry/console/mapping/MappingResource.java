package io.tenantry.console.mapping;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.console.api.Api;
import io.tenantry.console.job.JobHead;
import io.tenantry.console.mapping.MappingRow.State;
import io.tenantry.console.page.Pages;
import io.tenantry.console.page.Section;
import io.tenantry.control.TakesLargeBody;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** The mappings of a job. Each step takes the draft from the page and gives it back changed; what is stored is changed by saving alone. */
@Path(MappingResource.PATH)
public class MappingResource {
    static final String PATH = Section.ROOT + "/tenants/{tenant}/jobs/{job}/mapping";
    private static final int NONE = -1;
    private static final List<String> OPERATIONS = List.of("Add", "Update", "Delete");

    private final Api api;
    private final Pages pages;

    MappingResource(Api api, Pages pages) {
        this.api = api;
        this.pages = pages;
    }

    @GET
    public Response page(
            @PathParam("tenant") String tenant, @PathParam("job") String job, @QueryParam("object") String object) {
        Step step = Step.begin(api.reading(), tenant, job, object);
        JobHead head = step.head();
        return pages.page(
                "Mapping of " + head.applicationName(),
                Section.TENANTS,
                Templates.page(head, step.view(NONE)),
                step.reading());
    }

    /** The draft as it is. */
    @POST
    @Path("/show")
    @TakesLargeBody
    public Response show(
            @PathParam("tenant") String tenant, @PathParam("job") String job, MultivaluedMap<String, String> fields) {
        return step(tenant, job, fields, step -> NONE);
    }

    /** One mapping as the form has it. */
    @POST
    @Path("/change")
    @TakesLargeBody
    public Response change(
            @PathParam("tenant") String tenant, @PathParam("job") String job, MultivaluedMap<String, String> fields) {
        AttributeForm form = new AttributeForm(fields);
        return step(tenant, job, fields, step -> {
            ArrayNode attributes = step.draft().attributes(step.place());
            int at = form.at();
            ObjectNode mapping = at < 0 ? AttributeForm.fresh() : step.draft().attribute(step.place(), at);
            form.apply(mapping, step);
            if (at < 0) {
                attributes.add(mapping);
            }
            return at < 0 ? attributes.size() - 1 : at;
        });
    }

    @POST
    @Path("/remove")
    @TakesLargeBody
    public Response remove(
            @PathParam("tenant") String tenant, @PathParam("job") String job, MultivaluedMap<String, String> fields) {
        AttributeForm form = new AttributeForm(fields);
        return step(tenant, job, fields, step -> {
            step.draft().attribute(step.place(), form.at());
            step.draft().attributes(step.place()).remove(form.at());
            return NONE;
        });
    }

    /** One mapping as it is stored. */
    @POST
    @Path("/restore")
    @TakesLargeBody
    public Response restore(
            @PathParam("tenant") String tenant, @PathParam("job") String job, MultivaluedMap<String, String> fields) {
        String target = new AttributeForm(fields).text("target");
        return step(tenant, job, fields, step -> {
            step.draft().restore(step.place(), step.stored(), target);
            return NONE;
        });
    }

    /** Whether the objects are synchronized, and what is done to them in the target. */
    @POST
    @Path("/object")
    @TakesLargeBody
    public Response object(
            @PathParam("tenant") String tenant, @PathParam("job") String job, MultivaluedMap<String, String> fields) {
        AttributeForm form = new AttributeForm(fields);
        return step(tenant, job, fields, step -> {
            List<String> done = OPERATIONS.stream()
                    .filter(each -> !form.text(each).isEmpty())
                    .toList();
            step.draft()
                    .mapping(step.place())
                    .put("enabled", !form.text("enabled").isEmpty())
                    .put("flowTypes", done.isEmpty() ? "None" : String.join(",", done));
            return NONE;
        });
    }

    /** @param change changes the draft, and says which mapping it changed */
    private Response step(
            String tenant, String job, MultivaluedMap<String, String> fields, ToIntFunction<Step> change) {
        try {
            Step step = Step.next(api.reading(), tenant, job, fields);
            return pages.part(Templates.editor(step.view(change.applyAsInt(step))));
        } catch (UnusableDraft e) {
            return pages.part(Templates.unusable(e.getMessage()));
        }
    }

    /** The form of one mapping, or of one to add. */
    @POST
    @Path("/edit")
    @TakesLargeBody
    public Response edit(
            @PathParam("tenant") String tenant, @PathParam("job") String job, MultivaluedMap<String, String> fields) {
        int at = new AttributeForm(fields).at();
        try {
            Step step = Step.next(api.reading(), tenant, job, fields);
            return pages.part(Templates.edit(edit(step, at)));
        } catch (UnusableDraft e) {
            return pages.part(Templates.unusable(e.getMessage()));
        }
    }

    private static EditView edit(Step step, int at) {
        ObjectNode mapping = at < 0 ? AttributeForm.fresh() : step.draft().attribute(step.place(), at);
        List<String> targets =
                new ArrayList<>(ObjectDefinition.stored(step, "target").names());
        step.draft()
                .attributes(step.place())
                .forEach(each -> targets.remove(each.path("targetAttributeName").asText()));
        String functions = step.head().graph() + "/schema/functions";
        return new EditView(
                step.head().href() + "/mapping",
                MappingRow.of(at, mapping, State.STORED, List.of(), "", false),
                at < 0,
                targets,
                ObjectDefinition.discovered(step, "source").names(),
                FunctionHelp.all(
                        step.reading().graph(step.head().tenant(), functions).path("value")),
                step.draft().mapping(step.place()).path("sourceObjectName").asText(""),
                step.person());
    }
}
