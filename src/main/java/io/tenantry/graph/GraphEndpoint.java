package io.tenantry.graph;

import io.tenantry.error.Excerpt;
import io.tenantry.error.GraphError;
import io.tenantry.family.Caller;
import io.tenantry.family.Callers;
import io.tenantry.fault.Faults;
import io.tenantry.fault.PartFaults;
import io.tenantry.graph.message.ErrorResponse;
import io.tenantry.graph.message.GraphRequest;
import io.tenantry.graph.message.GraphResponse;
import io.tenantry.graph.pipeline.GraphPipeline;
import io.tenantry.http.answer.InjectedFault;
import io.tenantry.http.body.BodyRefused;
import io.tenantry.http.body.RequestBodies;
import io.tenantry.http.body.RequestBody;
import io.tenantry.http.host.HostGate;
import io.tenantry.http.host.RefusedHost;
import io.tenantry.store.failure.ReadStopped;
import io.tenantry.store.failure.StoreUnavailable;
import io.tenantry.time.VirtualClock;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/** The routes of Microsoft Graph: every request below {@code /v1.0} and {@code /beta}, and the refusal of other versions. */
@ApplicationScoped
class GraphEndpoint {
    private static final Logger LOG = Logger.getLogger(GraphEndpoint.class);
    private static final String VERSION = "(?i)/(?:v1\\.0|beta)(?:/.*)?";
    private static final String OTHER_VERSION = "/v(?!1\\.0(?:/|$))[0-9][0-9.]*(?:/.*)?";
    /** Larger than any body Graph takes in our families. */
    private static final int MAX_BODY = 4 * 1024 * 1024;

    private final GraphPipeline pipeline;
    private final Batch batch;
    private final VirtualClock clock;
    private final ShortRead shortRead;
    private final HostGate hosts;
    private final Callers callers;
    private final RequestBodies bodies;
    private final Faults faults;
    private final TenantThreads threads;

    GraphEndpoint(
            GraphPipeline pipeline,
            Batch batch,
            VirtualClock clock,
            ShortRead shortRead,
            HostGate hosts,
            Callers callers,
            RequestBodies bodies,
            Faults faults,
            TenantThreads threads) {
        this.pipeline = pipeline;
        this.batch = batch;
        this.clock = clock;
        this.shortRead = shortRead;
        this.hosts = hosts;
        this.callers = callers;
        this.bodies = bodies;
        this.faults = faults;
        this.threads = threads;
    }

    void register(@Observes Router router) {
        serve(router.routeWithRegex(VERSION).handler(hosts::knownHost).handler(this::body), this::answer);
        serve(router.routeWithRegex(OTHER_VERSION).handler(hosts::knownHost), this::unknownVersion);
    }

    /**
     * The store is read on a worker thread; requests of one connection do not wait for each other. What takes less time than calling a
     * worker is answered by the event loop itself.
     */
    private void serve(Route route, BiConsumer<HttpCall, GraphRequest> answer) {
        Handler<RoutingContext> whole = context -> {
            HttpCall call = HttpCall.of(context);
            try (RequestBody body = RequestBody.of(context)) {
                answer.accept(call, call.request(body.content()));
            }
        };
        route.handler(context -> {
            if (!shortRead.is(context.request()) || !shortRead.answered(() -> whole.handle(context))) {
                context.next();
            }
        });
        route.blockingHandler(context -> inTurn(context, whole), false);
        route.failureHandler(this::failed);
    }

    /** Who calls without a good token is told so at once. */
    private void inTurn(RoutingContext context, Handler<RoutingContext> whole) {
        Caller caller;
        try {
            caller = HttpCall.caller(context)
                    .orElseGet(() -> callers.authenticate(context.request().getHeader(HttpHeaders.AUTHORIZATION)));
        } catch (GraphError unknown) {
            whole.handle(context);
            return;
        }
        HttpCall.calledBy(context, caller);
        threads.work(caller.tenant(), new WaitingCall(context, whole));
    }

    /** Who calls is known before a byte of the body is read, and is told to the pipeline. */
    private void body(RoutingContext context) {
        if (!RequestBody.isAnnounced(context.request())) {
            context.next();
            return;
        }
        String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        context.vertx()
                .executeBlocking(() -> callers.authenticate(authorization), false)
                .onSuccess(caller -> HttpCall.calledBy(context, caller))
                .compose(caller -> bodies.read(context.request(), MAX_BODY))
                .onSuccess(body -> {
                    body.keepFor(context);
                    context.next();
                })
                .onFailure(context::fail);
    }

    private void answer(HttpCall call, GraphRequest request) {
        if (request.isPreflight()) {
            call.send(CrossOrigin.allowed(request), clock.now());
        } else if (request.isBatch()) {
            answerBatch(call, request);
        } else {
            call.send(pipeline.answer(request), clock.now());
        }
    }

    private void answerBatch(HttpCall call, GraphRequest request) {
        PartFaults parts = faults.ofParts();
        GraphResponse answer = batch.answer(request, parts);
        if (!parts.any()) {
            call.send(answer, clock.now());
            return;
        }
        Vertx vertx = call.context().vertx();
        Callable<Void> send = () -> {
            call.send(answer, clock.now());
            return null;
        };
        faults.after(parts.delay(), call.context(), () -> vertx.executeBlocking(send, false));
    }

    /** odata-protocol.md §13.2. */
    private void unknownVersion(HttpCall call, GraphRequest request) {
        Instant now = clock.now();
        call.send(ErrorResponse.of(GraphError.malformed("Invalid version."), now, request), now);
    }

    private void failed(RoutingContext context) {
        if (!context.response().closed()) {
            HttpCall call = HttpCall.of(context);
            Instant now = clock.now();
            call.send(ErrorResponse.of(mistake(context), now, call.requestId(), call.clientRequestId()), now);
        }
    }

    private static GraphError mistake(RoutingContext context) {
        if (context.failure() instanceof RefusedHost refused) {
            return GraphError.malformed(refused.getMessage());
        }
        if (context.failure() instanceof InjectedFault fault) {
            return InjectedErrors.of(fault);
        }
        if (context.failure() instanceof GraphError known) {
            return known;
        }
        if (context.failure() instanceof BodyRefused refused) {
            return BodyErrors.of(refused);
        }
        if (context.statusCode() >= 400 && context.statusCode() < 500) {
            return GraphError.malformed("The request is not readable.");
        }
        if (context.failure() instanceof StoreUnavailable) {
            return GraphError.unavailable(StoreUnavailable.RETRY_AFTER);
        }
        if (context.failure() instanceof ReadStopped) {
            return GraphError.timedOut();
        }
        LOG.errorf(
                context.failure(),
                "%s %s",
                context.request().method(),
                Excerpt.inOneLine(context.request().path()));
        return GraphError.of(500, "InternalServerError", "An internal server error occurred.");
    }
}
