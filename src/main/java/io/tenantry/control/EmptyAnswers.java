package io.tenantry.control;

import io.tenantry.format.Json;
import io.tenantry.http.answer.OwnError;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Methods and media types that no resource has: errors in our own form, like all others. */
class EmptyAnswers {
    @ServerResponseFilter
    void fill(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() >= 400 && !response.hasEntity()) {
            response.setEntity(Json.write(OwnError.of(response.getStatus())), null, MediaType.APPLICATION_JSON_TYPE);
        }
    }
}
