package io.tenantry.graph.pipeline;

import io.tenantry.error.Excerpt;
import io.tenantry.error.GraphError;
import io.tenantry.family.Access;
import io.tenantry.family.Caller;
import io.tenantry.family.Callers;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.family.TenantName;
import io.tenantry.graph.message.ErrorResponse;
import io.tenantry.graph.message.GraphRequest;
import io.tenantry.graph.message.GraphResponse;
import io.tenantry.graph.path.PathParser;
import io.tenantry.graph.path.ResourcePath;
import io.tenantry.graph.path.ResourcePath.Step;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.GraphModels;
import io.tenantry.odata.query.OptionUse;
import io.tenantry.odata.query.QueryOptions;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.failure.MustWait;
import io.tenantry.store.failure.ReadStopped;
import io.tenantry.store.failure.StoreUnavailable;
import io.tenantry.store.failure.UnstorableText;
import io.tenantry.throttle.Charge;
import io.tenantry.throttle.Throttling;
import io.tenantry.time.VirtualClock;
import io.tenantry.world.RetentionConfig;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** The way of one Graph request: caller, path, permission, then read or write within a transaction of the caller's tenant. */
@Singleton
public class GraphPipeline {
    private static final Logger LOG = Logger.getLogger(GraphPipeline.class);

    private final Store store;
    private final GraphModels models;
    private final Callers callers;
    private final Access access;
    private final VirtualClock clock;
    private final GraphRegistry registry;
    private final RetentionConfig retention;
    private final Throttling throttling;

    GraphPipeline(
            Store store,
            GraphModels models,
            Callers callers,
            Access access,
            VirtualClock clock,
            GraphRegistry registry,
            RetentionConfig retention,
            Throttling throttling) {
        this.store = store;
        this.models = models;
        this.callers = callers;
        this.access = access;
        this.clock = clock;
        this.registry = registry;
        this.retention = retention;
        this.throttling = throttling;
    }

    /** Answers a request; whatever goes wrong becomes Graph's error body. */
    public GraphResponse answer(GraphRequest request) {
        try {
            return served(request);
        } catch (MustWait e) {
            throw e; // nothing is answered yet
        } catch (RuntimeException | StackOverflowError e) {
            return ErrorResponse.of(error(request, e), clock.now(), request);
        }
    }

    private static GraphError error(GraphRequest request, Throwable failure) {
        if (failure instanceof GraphError known) {
            return known;
        }
        if (failure instanceof UnstorableText) {
            return GraphError.malformed("Invalid characters in the request.");
        }
        if (failure instanceof StoreUnavailable) {
            return GraphError.unavailable(StoreUnavailable.RETRY_AFTER);
        }
        if (failure instanceof ReadStopped) {
            return GraphError.timedOut();
        }
        LOG.errorf(failure, "%s %s", request.method(), Excerpt.inOneLine(request.path()));
        return GraphError.of(500, "InternalServerError", "An internal server error occurred.");
    }

    /** 401 where there is none for the whole batch, whatever tokens its parts bring. */
    public void requireToken(GraphRequest request) {
        requireTenant(request, caller(request));
    }

    /** An address may name the caller's tenant, never another one. */
    private void requireTenant(GraphRequest request, Caller caller) {
        String tenant = request.address().tenant();
        if (tenant != null) {
            store.read(caller.tenant(), session -> {
                TenantName.requireOwn(session, tenant);
                return null;
            });
        }
    }

    private Caller caller(GraphRequest request) {
        return request.caller().orElseGet(() -> callers.authenticate(request.header("authorization")));
    }

    private GraphResponse served(GraphRequest request) {
        GraphModel model = models.of(request.version());
        if (request.reads() && request.path().equals("/$metadata")) {
            return ServiceDocuments.metadata(models.metadata(model.version()));
        }
        Caller caller = caller(request);
        requireTenant(request, caller);
        if (request.path().equals("/") || request.path().isEmpty()) {
            return ServiceDocuments.service(model, request.baseUrl());
        }
        ResourcePath path = PathParser.parse(model, request.path(), registry::unknown);
        if (path.me() && !caller.delegated()) {
            throw GraphError.malformed("/me request is only valid with delegated authentication flow.");
        }
        List<String> keys = keys(path, caller);
        requirePermission(request, model, path, keys, caller);
        QueryOptions options = QueryOptions.parse(request.address().query()).only(use(request, path));
        Optional<Charge> charge = throttling.charge(caller, request.method(), path.template(), options.byName());
        GraphResponse response = answered(request, model, path, options, keys, caller);
        return charge.map(Charge::headers).map(response::with).orElse(response);
    }

    private GraphResponse answered(
            GraphRequest request,
            GraphModel model,
            ResourcePath path,
            QueryOptions options,
            List<String> keys,
            Caller caller) {
        Function<Session, RoutedCall> routed = session -> new RoutedCall(
                request,
                model,
                path,
                options,
                registry,
                access,
                retention,
                new GraphCall(path.template(), keys, parameters(path), options.byName(), caller, clock.now(), session));
        if (request.reads()) {
            return store.read(caller.tenant(), session -> new GraphReader(routed.apply(session)).read());
        }
        Function<Session, GraphResponse> write = session -> new GraphWriter(routed.apply(session)).write();
        return isQuestion(path) ? store.read(caller.tenant(), write) : store.write(caller.tenant(), write);
    }

    private void requirePermission(
            GraphRequest request, GraphModel model, ResourcePath path, List<String> keys, Caller caller) {
        registry.requireServed(request.method(), path.template(), keys);
        requireContained(request, path);
        if (request.reads()) {
            new ReadRights(model, access, caller).require(path, keys);
        } else if (!Upsert.isAsked(request, path)) {
            access.require(caller, request.method(), path.template(), keys);
        }
    }

    /** What is only referred to is written where it is at home (directory.md E24, field-findings.md §3). */
    private void requireContained(GraphRequest request, ResourcePath path) {
        if (!request.reads() && path.visits() && !registry.writes(request.method(), path.template())) {
            throw GraphError.malformed("Write requests are only supported on contained entities");
        }
    }

    private boolean isQuestion(ResourcePath path) {
        return path.operation()
                .filter(operation -> registry.isQuestion(operation.name()))
                .isPresent();
    }

    private static OptionUse use(GraphRequest request, ResourcePath path) {
        if (path.operation().isPresent()) {
            return request.reads() && path.operation().get().name().equals("delta") ? OptionUse.DELTA : OptionUse.CALL;
        }
        if (!request.reads()) {
            return OptionUse.CALL;
        }
        boolean collection = path.last().collection();
        return switch (path.tail()) {
            case COUNT -> path.property().isPresent() ? OptionUse.VALUE : OptionUse.COUNT;
            case REF -> collection ? OptionUse.REFERENCES : OptionUse.REFERENCE;
            case VALUE -> OptionUse.VALUE;
            case NONE ->
                path.property().isPresent() ? OptionUse.VALUE : collection ? OptionUse.COLLECTION : OptionUse.OBJECT;
        };
    }

    private static Map<String, String> parameters(ResourcePath path) {
        return path.last().step() instanceof Step.Call call ? call.parameters() : Map.of();
    }

    private static List<String> keys(ResourcePath path, Caller caller) {
        List<String> keys = path.keys();
        if (path.me()) {
            keys.set(0, caller.user().orElseThrow().id());
        }
        return keys;
    }
}
