package io.tenantry.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.error.GraphError;
import io.tenantry.format.Json;
import io.tenantry.http.BodyRefused;
import io.tenantry.http.OwnError;
import io.tenantry.scenario.file.Problem;
import io.tenantry.scenario.file.ScenarioException;
import io.tenantry.store.StoreUnavailable;
import io.tenantry.store.UnstorableText;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** How errors of the control API look. */
class ErrorAnswers {
    private static final Logger LOG = Logger.getLogger(ErrorAnswers.class);
    private static final String FAILED = "a control call failed";

    @ServerExceptionMapper
    Response error(ControlError error) {
        return answer(error.status(), OwnError.of(error.getMessage(), error.place()));
    }

    @ServerExceptionMapper
    Response error(UnstorableText refused) {
        return answer(400, OwnError.of(refused.getMessage(), null));
    }

    @ServerExceptionMapper
    Response error(StoreUnavailable failure) {
        Response answer = answer(503, OwnError.of("the store cannot be used: " + failure.getMessage(), null));
        return Response.fromResponse(answer)
                .header("Retry-After", StoreUnavailable.RETRY_AFTER)
                .build();
    }

    /** A body that was too large, came too slowly or could not be decoded. */
    @ServerExceptionMapper
    Response error(BodyRefused refused) {
        Response answer = answer(refused.status(), OwnError.of(refused.getMessage(), null));
        return refused.status() == 503
                ? Response.fromResponse(answer)
                        .header("Retry-After", BodyRefused.RETRY_AFTER)
                        .build()
                : answer;
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

    /** Paths, parameters, methods and media types that do not fit. */
    @ServerExceptionMapper
    Response error(WebApplicationException refused) {
        int status = refused.getResponse().getStatus();
        if (status >= 500) {
            LOG.error(FAILED, refused);
        }
        return answer(status, OwnError.of(status));
    }

    /** A body that ends early, or is not packed as its headers say. */
    @ServerExceptionMapper
    Response error(IOException unreadable) {
        return answer(400, OwnError.of(400));
    }

    @ServerExceptionMapper
    Response error(Throwable failure) {
        LOG.error(FAILED, failure);
        return answer(500, OwnError.of(500));
    }

    private static Response answer(int status, ObjectNode body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Json.write(body))
                .build();
    }
}
