package io.tenantry.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.error.Excerpt;
import io.tenantry.format.Json;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;

/** Answers what no face does: paths that nobody serves, and requests that fail outside of all faces. Nothing is left to the web server. */
@ApplicationScoped
class Fallback {
    private static final Logger LOG = Logger.getLogger(Fallback.class);

    void register(@Observes Router router) {
        router.route()
                .order(Integer.MAX_VALUE - 1)
                .handler(context -> answer(context, 404, OwnError.of(404)))
                .failureHandler(Fallback::failed);
    }

    private static void failed(RoutingContext context) {
        Throwable failure = context.failure();
        int status = status(context.statusCode(), failure);
        if (status >= 500 && failure != null && !(failure instanceof RejectedExecutionException)) {
            LOG.errorf(
                    failure,
                    "%s %s",
                    context.request().method(),
                    Excerpt.inOneLine(context.request().path()));
        }
        answer(
                context,
                status,
                failure instanceof RefusedHost ? OwnError.of(failure.getMessage(), null) : OwnError.of(status));
    }

    private static int status(int told, Throwable failure) {
        if (failure instanceof RejectedExecutionException) {
            return 503;
        }
        if (failure instanceof IOException) {
            return 400; // the client went, or sent what cannot be decoded
        }
        return told >= 400 ? told : 500;
    }

    private static void answer(RoutingContext context, int status, ObjectNode error) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            response.reset(); // half an answer must not look like a whole one
            return;
        }
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(Json.write(error));
    }
}
