package io.tenantry.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.scenario.Problem;
import io.tenantry.scenario.ScenarioException;
import io.tenantry.store.Json;
import io.tenantry.store.UnstorableText;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** How errors of the control API look. */
class ErrorAnswers {
    @ServerExceptionMapper
    Response error(ControlError error) {
        return answer(error.status(), body(error.getMessage(), error.place()));
    }

    @ServerExceptionMapper
    Response error(UnstorableText refused) {
        return answer(400, body(refused.getMessage(), null));
    }

    /** The first mistake as message and place, all of them beside it. */
    @ServerExceptionMapper
    Response error(ScenarioException refused) {
        Problem first = refused.problems().get(0);
        ObjectNode body = body(refused.getMessage(), first.path().isEmpty() ? null : first.path());
        ObjectNode error = (ObjectNode) body.get("error");
        if (first.line() > 0) {
            error.put("line", first.line());
        }
        var mistakes = error.putArray("mistakes");
        for (Problem problem : refused.problems()) {
            mistakes.addObject()
                    .put("place", problem.path())
                    .put("message", problem.message())
                    .put("line", problem.line());
        }
        return answer(400, body);
    }

    static Response answer(int status, ObjectNode body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Json.write(body))
                .build();
    }

    static ObjectNode body(String message, String place) {
        ObjectNode body = Json.object();
        ObjectNode error = body.putObject("error").put("message", message);
        if (place != null) {
            error.put("place", place);
        }
        return body;
    }
}
