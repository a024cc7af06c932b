package io.tenantry.control;

import io.tenantry.store.Json;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Methods and media types that the control API does not have: errors in its own form. */
class EmptyAnswers {
    @ServerResponseFilter
    void fill(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() < 400
                || response.hasEntity()
                || !request.getUriInfo().getPath().startsWith("/_tenantry")) {
            return;
        }
        String message = response.getStatus() == 405
                ? "the control API has no such method at this path"
                : response.getStatusInfo().getReasonPhrase();
        response.setEntity(Json.write(ErrorAnswers.body(message, null)), null, MediaType.APPLICATION_JSON_TYPE);
    }
}
