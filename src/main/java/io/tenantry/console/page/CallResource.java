package io.tenantry.console.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.TemplateInstance;
import io.tenantry.console.api.Api;
import io.tenantry.console.api.ApiAnswer;
import io.tenantry.console.api.ApiCall;
import io.tenantry.control.TakesLargeBody;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** Makes the call that a form stands for: whatever a page of the console does, it does by this. */
@Path(Section.ROOT + "/call")
public class CallResource {
    private final Api api;
    private final Pages pages;

    CallResource(Api api, Pages pages) {
        this.api = api;
        this.pages = pages;
    }

    @POST
    @TakesLargeBody
    public Response call(MultivaluedMap<String, String> fields) {
        CallForm form = new CallForm(fields);
        try {
            ApiCall call = form.call(this::begun);
            return form.isPreview() ? shown(new Outcome(pages.shown(call), Optional.empty())) : made(form, call);
        } catch (UnusableForm e) {
            return pages.forScripts()
                    ? pages.part(Templates.problem(e.getMessage()))
                    : page("Nothing was called", Templates.unusable(e.getMessage()));
        }
    }

    private JsonNode begun(ApiCall call) {
        ApiAnswer answer = api.send(call);
        if (!answer.succeeded()) {
            throw new UnusableForm(answer.error());
        }
        // what an answer says about itself is no part of a body
        return answer.json() instanceof ObjectNode object ? object.without("@odata.context") : answer.json();
    }

    private Response made(CallForm form, ApiCall call) {
        ApiAnswer answer = api.send(call);
        boolean goesOn = answer.succeeded() && !form.then().isEmpty();
        if (goesOn && !pages.forScripts()) {
            return Response.seeOther(URI.create(form.then())).build();
        }
        Response shown = shown(new Outcome(pages.shown(call), Optional.of(answer)));
        if (goesOn) {
            return Response.fromResponse(shown)
                    .header("HX-Redirect", form.then())
                    .build();
        }
        return answer.succeeded() && !call.reads() ? Pages.changed(shown) : shown;
    }

    /** In its place on the page that has the form; where no script can put it there, on a page of its own. */
    private Response shown(Outcome outcome) {
        return pages.forScripts()
                ? pages.part(Templates.outcome(outcome))
                : page("What was called", Templates.called(outcome));
    }

    private Response page(String title, TemplateInstance page) {
        return pages.page(title, Section.MAP, page, api.reading());
    }
}
