package io.tenantry.control;

import io.tenantry.store.Json;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Paths and methods that the control API does not have: errors in its own form. */
class EmptyAnswers {
    @ServerResponseFilter
    void fill(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() < 400
                || response.hasEntity()
                || !request.getUriInfo().getPath().startsWith("/_tenantry")) {
            return;
        }
        String message =
                switch (response.getStatus()) {
                    case 404 -> "the control API has no such path";
                    case 405 -> "the control API has no such method at this path";
                    default -> response.getStatusInfo().getReasonPhrase();
                };
        response.setEntity(Json.write(ErrorAnswers.body(message, null)), null, MediaType.APPLICATION_JSON_TYPE);
    }
}
