package io.tenantry.http;

import io.vertx.core.http.HttpServerRequest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Calls by which this server reads itself for its own pages: they bear a mark that nobody else knows. */
public final class OwnCalls {
    public static final String HEADER = "X-Tenantry-Own-Call";

    private static final int BYTES = 16;
    private static final String MARK = random();

    private OwnCalls() {}

    public static String mark() {
        return MARK;
    }

    /** Whether a request bears it. */
    public static boolean is(HttpServerRequest request) {
        return MARK.equals(request.getHeader(HEADER));
    }

    private static String random() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
