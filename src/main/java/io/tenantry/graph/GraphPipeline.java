package io.tenantry.graph;

import io.tenantry.error.Excerpt;
import io.tenantry.error.GraphError;
import io.tenantry.family.Access;
import io.tenantry.family.Caller;
import io.tenantry.family.GraphCall;
import io.tenantry.family.GraphRegistry;
import io.tenantry.family.TenantName;
import io.tenantry.graph.path.PathParser;
import io.tenantry.graph.path.ResourcePath;
import io.tenantry.graph.path.Step;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.edm.GraphModels;
import io.tenantry.odata.query.OptionUse;
import io.tenantry.odata.query.QueryOptions;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.StoreUnavailable;
import io.tenantry.store.UnstorableText;
import io.tenantry.time.VirtualClock;
import io.tenantry.world.RetentionConfig;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** The way of one Graph request: caller, path, permission, then read or write within a transaction of the caller's tenant. */
@Singleton
public class GraphPipeline {
    private static final Logger LOG = Logger.getLogger(GraphPipeline.class);

    private final Store store;
    private final GraphModels models;
    private final Access access;
    private final VirtualClock clock;
    private final GraphRegistry registry;
    private final RetentionConfig retention;

    GraphPipeline(
            Store store,
            GraphModels models,
            Access access,
            VirtualClock clock,
            GraphRegistry registry,
            RetentionConfig retention) {
        this.store = store;
        this.models = models;
        this.access = access;
        this.clock = clock;
        this.registry = registry;
        this.retention = retention;
    }

    /** Answers a request; whatever goes wrong becomes Graph's error body. */
    public GraphResponse answer(GraphRequest request, String requestId, String clientRequestId) {
        try {
            return answer(request);
        } catch (GraphError e) {
            return ErrorBody.of(e, clock.now(), requestId, clientRequestId);
        } catch (UnstorableText e) {
            GraphError error = GraphError.malformed("Invalid characters in the request.");
            return ErrorBody.of(error, clock.now(), requestId, clientRequestId);
        } catch (StoreUnavailable e) {
            return ErrorBody.of(
                    GraphError.unavailable(StoreUnavailable.RETRY_AFTER), clock.now(), requestId, clientRequestId);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.errorf(e, "%s %s", request.method(), Excerpt.inOneLine(request.path()));
            GraphError error = GraphError.of(500, "InternalServerError", "An internal server error occurred.");
            return ErrorBody.of(error, clock.now(), requestId, clientRequestId);
        }
    }

    /** 401 where there is none for the whole batch, whatever tokens its parts bring. */
    void requireToken(GraphRequest request) {
        requireTenant(request, caller(request));
    }

    /** An address may name the caller's tenant, never another one. */
    private void requireTenant(GraphRequest request, Caller caller) {
        if (request.tenant() != null) {
            store.read(caller.tenant(), session -> {
                TenantName.requireOwn(session, request.tenant());
                return null;
            });
        }
    }

    private Caller caller(GraphRequest request) {
        return request.caller().orElseGet(() -> access.authenticate(request.header("authorization")));
    }

    private GraphResponse answer(GraphRequest request) {
        GraphModel model = models.of(request.version());
        if (request.method().equals("GET") && request.path().equals("/$metadata")) {
            return ServiceDocuments.metadata(models.metadata(model.version()));
        }
        Caller caller = caller(request);
        requireTenant(request, caller);
        if (request.path().equals("/") || request.path().isEmpty()) {
            return ServiceDocuments.service(model, request.baseUrl());
        }
        ResourcePath path = PathParser.parse(model, request.path());
        if (path.me() && !caller.delegated()) {
            throw GraphError.malformed("/me request is only valid with delegated authentication flow.");
        }
        List<String> keys = keys(path, caller);
        String method = request.method();
        registry.requireServed(method, path.template(), keys);
        requireContained(method, path);
        if (method.equals("GET")) {
            new ReadRights(model, access, caller).require(path, keys);
        } else if (!Upsert.isAsked(request, path)) {
            access.require(caller, method, path.template(), keys);
        }
        QueryOptions options = QueryOptions.parse(request.query());
        use(method, path).check(options);
        Function<Session, Exchange> exchange = session -> new Exchange(
                request,
                model,
                path,
                options,
                registry,
                access,
                retention,
                call(request, path, keys, options, caller, session));
        if (method.equals("GET")) {
            return store.read(caller.tenant(), session -> new GraphReader(exchange.apply(session)).read());
        }
        return new GraphWriter(store, registry, exchange).write(caller.tenant(), method);
    }

    private static OptionUse use(String method, ResourcePath path) {
        boolean reads = method.equals("GET");
        if (path.operation().isPresent()) {
            return reads && path.operation().get().name().equals("delta") ? OptionUse.DELTA : OptionUse.CALL;
        }
        boolean collection = path.last().collection();
        return !reads
                ? OptionUse.CALL
                : switch (path.tail()) {
                    case COUNT -> path.property().isPresent() ? OptionUse.VALUE : OptionUse.COUNT;
                    case REF -> collection ? OptionUse.REFERENCES : OptionUse.VALUE;
                    case VALUE -> OptionUse.VALUE;
                    case NONE ->
                        path.property().isPresent()
                                ? OptionUse.VALUE
                                : collection ? OptionUse.COLLECTION : OptionUse.OBJECT;
                };
    }

    /** What is only referred to is written where it is at home (directory.md E24, field-findings.md §3). */
    private void requireContained(String method, ResourcePath path) {
        if (!method.equals("GET") && path.visits() && !registry.writes(method, path.template())) {
            throw GraphError.malformed("Write requests are only supported on contained entities");
        }
    }

    private GraphCall call(
            GraphRequest request,
            ResourcePath path,
            List<String> keys,
            QueryOptions options,
            Caller caller,
            Session session) {
        return new GraphCall(
                request.version(),
                request.baseUrl(),
                path.template(),
                keys,
                path.last().step() instanceof Step.Call c ? c.parameters() : Map.of(),
                caller,
                clock.now(),
                session,
                request.headers(),
                options.byName());
    }

    private static List<String> keys(ResourcePath path, Caller caller) {
        List<String> keys = path.keys();
        if (path.me()) {
            keys.set(0, caller.user().orElseThrow().id());
        }
        return keys;
    }
}
