package io.tenantry.http.answer;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.format.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Bodies that REST resources answer, on their way out. Those that are no value but a stream or a page are not kept. */
class RestAnswers {
    /** Behind all that changes an answer. */
    private static final int LAST = -1000;

    @ServerResponseFilter(priority = LAST)
    void keep(ContainerResponseContext response, RoutingContext context) {
        Object entity = response.getEntity();
        if (entity instanceof byte[] bytes) {
            AnswerBody.keepFor(context, bytes);
        } else if (entity instanceof String text) {
            AnswerBody.keepFor(context, text.getBytes(StandardCharsets.UTF_8));
        } else if (entity instanceof JsonNode json) {
            AnswerBody.keepFor(context, Json.utf8(json));
        }
    }
}
