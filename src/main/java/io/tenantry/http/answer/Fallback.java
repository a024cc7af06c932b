package io.tenantry.http.answer;

import io.tenantry.format.Json;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;

/** Answers what no face does: paths that nobody serves, and requests that fail outside of all faces. Nothing is left to the web server. */
@ApplicationScoped
class Fallback {
    private final Failures failures;

    Fallback(Failures failures) {
        this.failures = failures;
    }

    void register(@Observes Router router) {
        router.route()
                .order(Integer.MAX_VALUE - 1)
                .handler(context -> answer(context, failures.tell(context, 404, null)))
                .failureHandler(
                        context -> answer(context, failures.tell(context, context.statusCode(), context.failure())));
    }

    private static void answer(RoutingContext context, ErrorAnswer error) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            BrokenOff.connectionOf(context.request());
            return;
        }
        response.setStatusCode(error.status());
        error.headers().forEach(response::putHeader);
        byte[] body = Json.write(error.body()).getBytes(StandardCharsets.UTF_8);
        AnswerBody.keepFor(context, body);
        response.end(Buffer.buffer(body));
    }
}
