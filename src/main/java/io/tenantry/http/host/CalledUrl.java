package io.tenantry.http.host;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;

/**
 * Scheme, host and port that the client called: every link in an answer begins with them.
 *
 * @param host without port
 * @param port not positive where the client named none
 */
public record CalledUrl(String scheme, String host, int port) {
    private static final String FORWARDED = CalledUrl.class.getName();
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    public static CalledUrl of(RoutingContext context) {
        CalledUrl forwarded = context.get(FORWARDED);
        return forwarded == null ? of(context.request()) : forwarded;
    }

    /** As this server was called, whoever called it. */
    static CalledUrl of(HttpServerRequest request) {
        HostAndPort named = request.authority();
        // HTTP/1.0 may name no host
        return named == null
                ? new CalledUrl(
                        scheme(request),
                        request.localAddress().hostAddress(),
                        request.localAddress().port())
                : new CalledUrl(scheme(request), named.host(), named.port());
    }

    /** A target may be a whole URL, which a proxy then is asked for, in whatever way it is asked. */
    private static String scheme(HttpServerRequest request) {
        String target = request.uri();
        if (target.startsWith("/")) {
            return request.scheme();
        }
        return target.regionMatches(true, 0, "https://", 0, 8)
                ? "https"
                : target.regionMatches(true, 0, "http://", 0, 7) ? "http" : request.scheme();
    }

    /** What a front says that it was called, from now on in place of what this server was called. */
    void keepFor(RoutingContext context) {
        context.put(FORWARDED, this);
    }

    /** Whether a front handed the request on. */
    public static boolean isForwarded(RoutingContext context) {
        return context.get(FORWARDED) != null;
    }

    /** The port that was called, whether or not it was named. */
    int calledPort() {
        return port > 0 ? port : scheme.equals("https") ? HTTPS : HTTP;
    }

    /** Without a slash at the end. */
    public String base() {
        return scheme + "://" + authority();
    }

    /** As it stands in a URL: a port that need not be named was named by the client if it is here. */
    public String authority() {
        return port > 0 ? host + ":" + port : host;
    }
}
