package io.tenantry.graph;

import io.tenantry.resource.GraphError;
import io.tenantry.store.Ids;
import io.tenantry.time.VirtualClock;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What is refused before Graph's one route is reached, such as a media type that is none, in the form of Graph's errors. */
class UnreadRequests {
    private final VirtualClock clock;

    UnreadRequests(VirtualClock clock) {
        this.clock = clock;
    }

    @ServerResponseFilter
    void fill(ContainerRequestContext request, ContainerResponseContext response) {
        int status = response.getStatus();
        boolean head = request.getMethod().equals("HEAD");
        if (status >= 400
                && !response.hasEntity()
                && !head
                && isGraph(request.getUriInfo().getPath())) {
            GraphError error = status == 405
                    ? GraphError.methodNotAllowed()
                    : GraphError.of(
                            status, "BadRequest", response.getStatusInfo().getReasonPhrase());
            String requestId = Ids.random();
            byte[] body = ErrorBody.of(error, clock.now(), requestId, requestId).body();
            response.setEntity(body, null, MediaType.APPLICATION_JSON_TYPE);
        }
    }

    private static boolean isGraph(String path) {
        return path.startsWith("/v1.0") || path.startsWith("/beta");
    }
}
