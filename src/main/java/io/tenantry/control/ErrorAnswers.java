package io.tenantry.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.error.GraphError;
import io.tenantry.format.Json;
import io.tenantry.http.answer.OwnError;
import io.tenantry.scenario.file.Problem;
import io.tenantry.scenario.file.ScenarioException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** How errors of the control API look. */
class ErrorAnswers {
    @ServerExceptionMapper
    Response error(ControlError error) {
        return answer(error.status(), OwnError.of(error.getMessage(), error.place()));
    }

    /** A browser is led to where the key is asked for, also by htmx, which sends its requests from pages. */
    @ServerExceptionMapper
    Response error(NeedsKey missing, HttpServerRequest request) {
        if (request.headers().contains("HX-Request")) {
            return Response.status(401)
                    .header("HX-Redirect", ControlSession.ASKED_AT)
                    .build();
        }
        if (request.method() == HttpMethod.GET
                && String.valueOf(request.getHeader("Accept")).contains("text/html")) {
            String back = URLEncoder.encode(request.uri(), StandardCharsets.UTF_8);
            return Response.seeOther(URI.create(ControlSession.ASKED_AT + "?back=" + back))
                    .build();
        }
        return answer(401, OwnError.of(missing.getMessage(), null));
    }

    /** The first mistake as message and place, all of them beside it. */
    @ServerExceptionMapper
    Response error(ScenarioException refused) {
        Problem first = refused.problems().get(0);
        ObjectNode body = OwnError.of(refused.getMessage(), first.path().isEmpty() ? null : first.path());
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

    /** What a service of Graph refuses. */
    @ServerExceptionMapper
    Response error(GraphError refused) {
        return answer(refused.status(), OwnError.of(refused.getMessage(), null));
    }

    private static Response answer(int status, ObjectNode body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Json.write(body))
                .build();
    }
}
