package io.tenantry.control;

import io.tenantry.store.Json;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who gets through to {@code /_tenantry}: programs on this machine, or those that bring the key. Web pages of other origins do not, nor
 * those that reach this machine under a name of their own.
 */
@ApplicationScoped
public class ControlAccess {
    private static final String HEALTH = "/_tenantry/health";
    private static final Pattern LOCAL_NAME =
            Pattern.compile("(?i)(localhost|[a-z0-9.-]+\\.localhost|127(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+])(:\\d+)?");

    private static final ControlError NOWHERE = ControlError.notFound("the control API has no such path");

    private final Optional<byte[]> key;

    ControlAccess(ControlConfig config) {
        this.key = config.key().map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    void guard(@Observes Router router) {
        router.route("/_tenantry/*").order(Integer.MIN_VALUE / 2).handler(this::check);
        router.route("/_tenantry/*").order(Integer.MAX_VALUE).handler(context -> answer(context, NOWHERE));
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        Optional<ControlError> refusal = refusal(request);
        if (refusal.isEmpty()) {
            context.next();
            return;
        }
        answer(context, refusal.get());
    }

    private static void answer(RoutingContext context, ControlError error) {
        context.response()
                .setStatusCode(error.status())
                .putHeader("Content-Type", "application/json")
                .end(Json.write(ErrorAnswers.body(error.getMessage(), null)));
    }

    private Optional<ControlError> refusal(HttpServerRequest request) {
        if (foreignOrigin(request)) {
            return refused(403, "a web page of another origin cannot use the control API");
        }
        if (request.path().equals(HEALTH)) {
            return Optional.empty();
        }
        if (key.isPresent()) {
            String given = request.getHeader("X-Tenantry-Key");
            return given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), key.get())
                    ? Optional.empty()
                    : refused(401, "the control API needs its key in the header X-Tenantry-Key");
        }
        return local(request)
                ? Optional.empty()
                : refused(403, "the control API answers this machine only, unless tenantry.control.key is set");
    }

    private static Optional<ControlError> refused(int status, String message) {
        return Optional.of(new ControlError(status, null, message));
    }

    private static boolean foreignOrigin(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        return origin != null && !origin.equalsIgnoreCase(request.scheme() + "://" + request.getHeader("Host"));
    }

    /** By address and by name: a page elsewhere can have its own host name lead to this machine. */
    private static boolean local(HttpServerRequest request) {
        SocketAddress from = request.remoteAddress();
        String host = request.getHeader("Host");
        return from != null
                && isLoopback(from)
                && (host == null || LOCAL_NAME.matcher(host).matches());
    }

    private static boolean isLoopback(SocketAddress address) {
        String host = address.hostAddress();
        return host != null && (host.startsWith("127.") || host.equals("::1") || host.equals("0:0:0:0:0:0:0:1"));
    }
}
