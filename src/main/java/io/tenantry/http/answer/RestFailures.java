package io.tenantry.http.answer;

import io.tenantry.format.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Failures of REST resources: paths, methods and media types that do not fit, bodies that are refused, whatever goes wrong. */
class RestFailures {
    private final Failures failures;

    RestFailures(Failures failures) {
        this.failures = failures;
    }

    @ServerExceptionMapper
    Response error(Throwable failure, RoutingContext context) {
        ErrorAnswer answer = failures.tell(context, 500, failure);
        Response.ResponseBuilder response = Response.status(answer.status()).entity(Json.write(answer.body()));
        answer.headers().forEach(response::header);
        return response.build();
    }
}
