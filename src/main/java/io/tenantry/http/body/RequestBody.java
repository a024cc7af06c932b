package io.tenantry.http.body;

import io.vertx.ext.web.RoutingContext;

/** The body of a request, decoded. It takes up room until it is closed, which is when its request has been dealt with. */
public final class RequestBody implements AutoCloseable {
    private static final String KEY = RequestBody.class.getName();
    private static final RequestBody NONE = new RequestBody(new byte[0], () -> {});

    private final byte[] content;
    private final Runnable leave;

    RequestBody(byte[] content, Runnable leave) {
        this.content = content;
        this.leave = leave;
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
