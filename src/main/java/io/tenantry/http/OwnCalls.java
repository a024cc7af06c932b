package io.tenantry.http;

import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Calls of our own: the control API, the console and operations, by their paths, and what the console reads of Graph, by a mark that nobody
 * else knows. Nothing is kept of them, and no fault is injected there.
 */
public final class OwnCalls {
    public static final String HEADER = "X-Tenantry-Own-Call";

    private static final int BYTES = 16;
    private static final String MARK = random();

    private OwnCalls() {}

    public static String mark() {
        return MARK;
    }

    public static boolean isOne(RoutingContext context) {
        String path = path(context);
        return path.startsWith("/_tenantry/")
                || path.startsWith("/q/")
                || path.startsWith("/webjars/")
                || path.equals("/favicon.ico")
                || MARK.equals(context.request().getHeader(HEADER));
    }

    /** As it is served; as it came where its percent signs encode nothing. */
    private static String path(RoutingContext context) {
        try {
            return context.normalizedPath();
        } catch (IllegalArgumentException unreadable) {
            return String.valueOf(context.request().path());
        }
    }

    private static String random() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
