package io.tenantry.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.http.BodyRefused;
import io.tenantry.http.RefusedHost;
import io.tenantry.http.RequestBody;
import io.tenantry.store.StoreUnavailable;
import io.tenantry.store.UnstorableText;
import io.tenantry.time.VirtualClock;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenError;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Between HTTP and the endpoints of the token service: verbs, headers, and the form of errors (token-service.md §3.1, §7). */
@ApplicationScoped
class TokenHttp {
    private static final Logger LOG = Logger.getLogger(TokenHttp.class);
    private static final String TOKENS_CACHED = "no-store, no-cache";
    private static final String DOCUMENTS_CACHED = "max-age=86400, private";

    private static final int MOST_FIELDS = 256;
    private static final MultiMap NO_FORM = MultiMap.caseInsensitiveMultiMap();

    private final VirtualClock clock;

    TokenHttp(VirtualClock clock) {
        this.clock = clock;
    }

    /** An endpoint that takes a form. */
    Handler<RoutingContext> tokens(Function<TokenCall, ObjectNode> endpoint) {
        return context -> {
            HttpMethod verb = context.request().method();
            if (verb.equals(HttpMethod.OPTIONS)) {
                preflight(context, "POST, OPTIONS");
            } else if (!verb.equals(HttpMethod.POST)) {
                throw TokenError.wrongVerb("POST, OPTIONS", verb.name());
            } else {
                try (RequestBody body = RequestBody.of(context)) {
                    ObjectNode issued = endpoint.apply(call(context, form(context.request(), body.content())));
                    context.response().putHeader("Pragma", "no-cache");
                    answer(context, 200, TOKENS_CACHED, Ids.random(), issued);
                }
            }
        };
    }

    /** An endpoint that is read. */
    Handler<RoutingContext> documents(Function<TokenCall, ObjectNode> endpoint) {
        return context -> {
            HttpMethod verb = context.request().method();
            if (verb.equals(HttpMethod.OPTIONS)) {
                preflight(context, "GET, OPTIONS");
            } else if (!verb.equals(HttpMethod.GET) && !verb.equals(HttpMethod.HEAD)) {
                throw TokenError.wrongVerb("GET, OPTIONS", verb.name());
            } else {
                try {
                    answer(context, 200, DOCUMENTS_CACHED, Ids.random(), endpoint.apply(call(context, NO_FORM)));
                } catch (TokenError e) {
                    throw e.inDocuments();
                }
            }
        };
    }

    /** Writes the error that an endpoint met. A body that is no form at all fails before it gets there. */
    void failed(RoutingContext context) {
        if (context.response().closed()) {
            return;
        }
        Throwable failure = context.failure();
        TokenError error;
        if (failure instanceof TokenError known) {
            error = known;
        } else if (failure instanceof RefusedHost refused) {
            error = TokenError.refused(refused.getMessage());
        } else if (failure instanceof StoreUnavailable) {
            error = TokenError.unavailable();
            context.response().putHeader("Retry-After", StoreUnavailable.RETRY_AFTER);
        } else if (failure instanceof BodyRefused refused) {
            error = TokenError.unread(refused.status(), refused.getMessage());
            if (refused.status() == 503) {
                context.response().putHeader("Retry-After", BodyRefused.RETRY_AFTER);
            }
        } else if (failure instanceof UnstorableText || context.statusCode() >= 400 && context.statusCode() < 500) {
            error = TokenError.malformed();
        } else {
            LOG.error("a token request failed", failure);
            error = TokenError.internal();
        }
        String trace = Ids.random();
        context.response().putHeader("Pragma", "no-cache");
        ObjectNode body = error.body(clock.now(), trace, call(context, NO_FORM).correlationId());
        answer(context, error.status(), TOKENS_CACHED, trace, body);
    }

    private static MultiMap form(HttpServerRequest request, byte[] body) {
        if (!isForm(request) || body.length == 0) {
            return NO_FORM;
        }
        MultiMap form = MultiMap.caseInsensitiveMultiMap();
        try {
            new QueryStringDecoder(
                            new String(body, StandardCharsets.UTF_8), StandardCharsets.UTF_8, false, MOST_FIELDS, true)
                    .parameters()
                    .forEach(form::add);
        } catch (IllegalArgumentException e) {
            throw TokenError.malformed(); // a percent sign that encodes nothing
        }
        if (form.isEmpty()) {
            throw TokenError.malformed();
        }
        return form;
    }

    private static TokenCall call(RoutingContext context, MultiMap form) {
        HttpServerRequest request = context.request();
        HostAndPort authority = request.authority();
        String host = authority == null ? request.localAddress().hostAddress() : authority.host();
        int port = authority == null ? request.localAddress().port() : authority.port();
        return new TokenCall(
                request.scheme() + "://" + host + (port > 0 ? ":" + port : ""),
                host,
                context.pathParam("tenant"),
                context.pathParam("upn"),
                form,
                context.queryParams(),
                request.headers());
    }

    private static boolean isForm(HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        return type != null && type.regionMatches(true, 0, "application/x-www-form-urlencoded", 0, 33);
    }

    private static void preflight(RoutingContext context, String verbs) {
        context.response()
                .setStatusCode(200)
                .putHeader("Allow", verbs)
                .putHeader("Access-Control-Allow-Origin", "*")
                .putHeader("Access-Control-Allow-Methods", verbs)
                .putHeader("Access-Control-Allow-Headers", "*")
                .end();
    }

    private static void answer(RoutingContext context, int status, String cached, String requestId, ObjectNode body) {
        HttpServerResponse response = context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .putHeader("Cache-Control", cached)
                .putHeader("Access-Control-Allow-Origin", "*")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("P3P", "CP=\"DSP CUR OTPi IND OTRi ONL FIN\"")
                .putHeader("x-ms-request-id", requestId)
                .putHeader("x-ms-ests-server", "2.1.0 - TENANTRY")
                .putHeader("x-ms-srs", "1.P");
        echoClientRequestId(context.request(), response);
        response.end(Json.write(body));
    }

    /** Only when asked to (token-service.md §3). */
    private static void echoClientRequestId(HttpServerRequest request, HttpServerResponse response) {
        String id = request.getHeader("client-request-id");
        if (id != null && "true".equalsIgnoreCase(request.getHeader("return-client-request-id"))) {
            response.putHeader("client-request-id", id);
        }
    }
}
