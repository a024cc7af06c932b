package io.tenantry.http.body;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/** The body of a request, decoded. It takes up room until it is closed, which is when its request has been dealt with. */
public final class RequestBody implements AutoCloseable {
    private static final String KEY = RequestBody.class.getName();
    private static final RequestBody NONE = new RequestBody(new byte[0], () -> {});

    private static final Set<HttpMethod> TAKING_BODIES =
            Set.of(HttpMethod.POST, HttpMethod.PATCH, HttpMethod.PUT, HttpMethod.DELETE);

    private final byte[] content;
    private final Runnable leave;

    RequestBody(byte[] content, Runnable leave) {
        this.content = content;
        this.leave = leave;
    }

    /** Whether there may be a body that means anything. */
    public static boolean isAnnounced(HttpServerRequest request) {
        return TAKING_BODIES.contains(request.method())
                && (request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                        || hasLength(request.getHeader(HttpHeaders.CONTENT_LENGTH)));
    }

    private static boolean hasLength(String length) {
        return length != null && !length.equals("0");
    }

    /** The one that was read for this request; empty where none was. */
    public static RequestBody of(RoutingContext context) {
        RequestBody body = context.get(KEY);
        return body == null ? NONE : body;
    }

    /** Whether one was read for this request. */
    public static boolean isKept(RoutingContext context) {
        return context.get(KEY) != null;
    }

    public void keepFor(RoutingContext context) {
        context.put(KEY, this);
    }

    public byte[] content() {
        return content;
    }

    @Override
    public void close() {
        leave.run();
    }
}
