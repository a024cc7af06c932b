package io.tenantry.journal;

import io.tenantry.http.OwnCalls;
import io.vertx.ext.web.RoutingContext;

/** Paths of our own, the control API, the console and operations, and what the console reads of Graph. Nothing is kept of them, and no fault is injected there. */
public final class OwnPaths {
    private OwnPaths() {}

    public static boolean areNot(RoutingContext context) {
        String path = path(context);
        return !path.startsWith("/_tenantry/")
                && !path.startsWith("/q/")
                && !path.startsWith("/webjars/")
                && !path.equals("/favicon.ico")
                && !OwnCalls.is(context.request());
    }

    /** As it is served; as it came where its percent signs encode nothing. */
    private static String path(RoutingContext context) {
        try {
            return context.normalizedPath();
        } catch (IllegalArgumentException unreadable) {
            return String.valueOf(context.request().path());
        }
    }
}
