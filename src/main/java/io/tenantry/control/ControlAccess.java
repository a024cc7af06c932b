package io.tenantry.control;

import io.tenantry.http.ForEveryone;
import io.tenantry.http.host.CalledUrl;
import io.tenantry.http.host.KnownHosts;
import io.vertx.core.MultiMap;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Who gets through to what REST resources serve: programs on this machine, or those that bring the key, browsers in a cookie ({@link ControlSession}). Web pages of other origins do not,
 * nor those that reach this machine under a name of their own. It stands behind the match, where it is known which resource will answer, so
 * that no spelling of a path goes round it, and before a body is read. A resource is guarded unless it says {@link ForEveryone}.
 */
class ControlAccess {
    /** An origin on another port of this machine is of the same site. */
    private static final List<String> ELSEWHERE = List.of("cross-site", "same-site");

    private final ControlKey key;
    private final ControlSession session;
    private final KnownHosts hosts;

    ControlAccess(ControlKey key, ControlSession session, KnownHosts hosts) {
        this.key = key;
        this.session = session;
        this.hosts = hosts;
    }

    @ServerRequestFilter(nonBlocking = true)
    void check(RoutingContext context, ResourceInfo resource) {
        HttpServerRequest request = context.request();
        if (request.path().indexOf(';') >= 0) {
            throw ControlError.notFound("nothing is served at this path: it has matrix parameters");
        }
        ForEveryone forEveryone = forEveryone(resource);
        boolean anyOrigin = forEveryone != null && forEveryone.fromAnyOrigin();
        if (!anyOrigin && comesFromElsewhere(context)) {
            throw refused(403, "a web page of another origin cannot use the control API");
        }
        if (forEveryone != null) {
            return;
        }
        if (key.isSet()) {
            withKey(request);
        } else if (CalledUrl.isForwarded(context)
                || !KnownHosts.isLoopback(request.remoteAddress())
                || !isLocal(request.authority())) {
            throw refused(403, "the control API answers this machine only, unless tenantry.control.key is set");
        }
    }

    private void withKey(HttpServerRequest request) {
        if (!key.opensWith(request.getHeader(ControlKey.HEADER)) && !session.opensWith(cookie(request))) {
            throw new NeedsKey();
        }
        HostAndPort named = request.authority();
        if (named != null && !hosts.isOwn(named.host(), request.localAddress())) {
            throw refused(
                    403,
                    "the control API is not served under the name '" + named.host()
                            + "', unless tenantry.control.hosts lists it");
        }
    }

    private static String cookie(HttpServerRequest request) {
        Cookie cookie = request.getCookie(ControlSession.COOKIE);
        return cookie == null ? null : cookie.getValue();
    }

    private static ControlError refused(int status, String message) {
        return new ControlError(status, null, message);
    }

    private static ForEveryone forEveryone(ResourceInfo resource) {
        ForEveryone ofMethod = resource.getResourceMethod().getAnnotation(ForEveryone.class);
        return ofMethod == null ? resource.getResourceClass().getAnnotation(ForEveryone.class) : ofMethod;
    }

    /** What a page only embeds, such as a picture, has no {@code Origin}: browsers tell so in a header of its own. Links may lead here. */
    private static boolean comesFromElsewhere(RoutingContext context) {
        MultiMap headers = context.request().headers();
        boolean embedded = ELSEWHERE.stream().anyMatch(site -> headers.contains("Sec-Fetch-Site", site, true))
                && !headers.contains("Sec-Fetch-Mode", "navigate", true);
        return embedded || headers.getAll("Origin").stream().anyMatch(origin -> isForeign(origin, context));
    }

    private static boolean isForeign(String origin, RoutingContext context) {
        return !origin.equalsIgnoreCase(CalledUrl.of(context).base());
    }

    /** By name too: a page elsewhere can have its own host name lead to this machine. HTTP/1.0, which no browser speaks, may name none. */
    private static boolean isLocal(HostAndPort named) {
        return named == null || KnownHosts.isLocal(named.host());
    }
}
