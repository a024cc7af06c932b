package io.tenantry.console.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.console.api.Api;
import io.tenantry.console.api.ApiAnswer;
import io.tenantry.console.api.ApiCall;
import io.tenantry.control.TakesLargeBody;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
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
            return form.isPreview() ? answer(call, Optional.empty()).build() : made(form, call);
        } catch (UnusableForm e) {
            return Pages.answer(200, Templates.problem(e.getMessage())).build();
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
        Response.ResponseBuilder response = answer(call, Optional.of(answer));
        if (answer.succeeded() && !call.reads()) {
            response.header("HX-Trigger", "changed");
        }
        if (answer.succeeded() && !form.then().isEmpty()) {
            response.header("HX-Redirect", form.then());
        }
        return response.build();
    }

    private Response.ResponseBuilder answer(ApiCall call, Optional<ApiAnswer> answer) {
        return Pages.answer(200, Templates.outcome(new Outcome(pages.shown(call), answer)));
    }
}
