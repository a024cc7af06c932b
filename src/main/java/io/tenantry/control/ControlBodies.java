package io.tenantry.control;

import io.smallrye.mutiny.Uni;
import io.tenantry.http.HttpConfig;
import io.tenantry.http.body.RequestBodies;
import io.tenantry.http.body.RequestBody;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.CompletionCallback;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** Bodies of calls: read when the guard has let the call through, and small unless it {@link TakesLargeBody}. */
class ControlBodies {
    private static final int SMALL = 256 * 1024;
    private static final int BEHIND_THE_GUARD = Priorities.USER + 1000;

    private final RequestBodies bodies;
    private final int large;

    ControlBodies(RequestBodies bodies, HttpConfig config) {
        this.bodies = bodies;
        this.large = Math.toIntExact(config.scenario().asLongValue());
    }

    @ServerRequestFilter(nonBlocking = true, priority = BEHIND_THE_GUARD)
    Uni<Response> read(RoutingContext routing, ResourceInfo resource, ResteasyReactiveContainerRequestContext context) {
        HttpServerRequest request = routing.request();
        if (!RequestBody.isAnnounced(request)) {
            return Uni.createFrom().nullItem();
        }
        if (RequestBody.isKept(routing)) {
            hand(RequestBody.of(routing), context);
            return Uni.createFrom().nullItem();
        }
        int limit = resource.getResourceMethod().isAnnotationPresent(TakesLargeBody.class) ? large : SMALL;
        return Uni.createFrom()
                .completionStage(() -> bodies.read(request, limit).toCompletionStage())
                .invoke(body -> body.keepFor(routing))
                .invoke(body -> hand(body, context))
                .replaceWith((Response) null);
    }

    private static void hand(RequestBody body, ResteasyReactiveContainerRequestContext context) {
        context.setEntityStream(new ByteArrayInputStream(body.content()));
        ((ResteasyReactiveRequestContext) context.getServerRequestContext())
                .registerCompletionCallback((CompletionCallback) done -> body.close());
    }
}
