package io.tenantry.http.host;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.Priorities;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * The host that a request names: one and the same wherever it stands, for every request (RFC 9112 §3.2), and a known one for what somebody
 * could be robbed of.
 */
@ApplicationScoped
public class HostGate {
    /** Behind the journal, which tells of refused hosts too. */
    private static final int ORDER = Integer.MIN_VALUE + 1;

    private final KnownHosts hosts;

    HostGate(KnownHosts hosts) {
        this.hosts = hosts;
    }

    void register(@Observes Router router) {
        router.route().order(ORDER).handler(HostGate::oneHost);
    }

    /** In front of Graph. Callers on other machines may have any name for this one. */
    public void knownHost(RoutingContext context) {
        if (isKnown(context.request())) {
            context.next();
        } else {
            context.fail(400, unknown(context.request()));
        }
    }

    /** In front of REST resources that say so. */
    @KnownHost
    @ServerRequestFilter(nonBlocking = true, priority = Priorities.AUTHENTICATION)
    public void knownHost(HttpServerRequest request) {
        if (!isKnown(request)) {
            throw unknown(request);
        }
    }

    private boolean isKnown(HttpServerRequest request) {
        HostAndPort named = request.authority();
        return named == null
                || hosts.isKnown(named.host(), request.localAddress())
                || !KnownHosts.isLoopback(request.remoteAddress());
    }

    private static RefusedHost unknown(HttpServerRequest request) {
        return new RefusedHost("The host name '" + request.authority().host()
                + "' is none of this server's; tenantry.hosts lists more.");
    }

    private static void oneHost(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.headers().getAll(HttpHeaders.HOST).size() > 1) {
            refuse(context, "The request names more than one host.");
        } else if (request.getHeader(HttpHeaders.HOST) != null && !isHost(request.authority())) {
            refuse(context, "The host of the request is not readable.");
        } else if (request.version() == HttpVersion.HTTP_2 && !isSameHost(request)) {
            refuse(context, "The request names no host, or more than one.");
        } else if (targetsAnother(request)) {
            refuse(context, "The request's target is on another host than its header says.");
        } else {
            context.next();
        }
    }

    /** What stands in the target of HTTP/1 has a place of its own in HTTP/2, beside which there may be a header (RFC 9113 §8.3.1). */
    private static boolean isSameHost(HttpServerRequest request) {
        HostAndPort target = ((HttpServerRequestInternal) request).authority(true);
        String header = request.getHeader(HttpHeaders.HOST);
        return target == null
                ? header != null
                : isHost(target) && (header == null || header.equalsIgnoreCase(target.toString()));
    }

    private static boolean isHost(HostAndPort named) {
        return named != null
                && !named.host().isEmpty()
                && (named.host().charAt(0) != '[' || NetUtil.isValidIpV6Address(named.host()));
    }

    /** A target may be a whole URL. */
    private static boolean targetsAnother(HttpServerRequest request) {
        String target = request.uri();
        int scheme = target.startsWith("/") ? -1 : target.indexOf("://");
        if (scheme < 0 || request.authority() == null) {
            return false;
        }
        int begin = scheme + "://".length();
        int end = begin;
        while (end < target.length() && "/?#".indexOf(target.charAt(end)) < 0) {
            end++;
        }
        int port = target.regionMatches(true, 0, "https", 0, scheme) ? 443 : 80;
        HostAndPort targeted = HostAndPort.parseAuthority(target.substring(begin, end), port);
        HostAndPort named = request.authority();
        return targeted == null
                || !targeted.host().equalsIgnoreCase(named.host())
                || targeted.port() != (named.port() < 0 ? port : named.port());
    }

    private static void refuse(RoutingContext context, String message) {
        context.fail(400, new RefusedHost(message));
    }
}
