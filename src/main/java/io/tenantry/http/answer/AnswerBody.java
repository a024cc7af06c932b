package io.tenantry.http.answer;

import io.vertx.ext.web.RoutingContext;

/** The body of an answer as it was before it was compressed, for whoever keeps what was answered; no copy of it. */
public final class AnswerBody {
    private static final String KEY = AnswerBody.class.getName();
    private static final byte[] NONE = {};

    private AnswerBody() {}

    /** To be called before the answer goes out. */
    public static void keepFor(RoutingContext context, byte[] body) {
        context.put(KEY, body);
    }

    /** Empty where there is none, or none that was kept. */
    public static byte[] of(RoutingContext context) {
        byte[] body = context.get(KEY);
        return body == null ? NONE : body;
    }
}
