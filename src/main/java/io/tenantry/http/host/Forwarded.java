package io.tenantry.http.host;

import io.netty.util.NetUtil;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a front in which TLS ends says that it was called: {@code X-Forwarded-Proto}, {@code -Host} and {@code -Port}, or {@code Forwarded}
 * (RFC 7239); of several fronts the outermost. Only links follow it: who calls, and under which name this server may be called, is told by
 * the connection and the {@code Host} header alone, since anybody can send such a header.
 */
@ApplicationScoped
class Forwarded {
    /** Behind {@link HostGate}. */
    private static final int ORDER = Integer.MIN_VALUE + 1;

    private static final String PROTO = "X-Forwarded-Proto";
    private static final String HOST = "X-Forwarded-Host";
    private static final String PORT = "X-Forwarded-Port";
    private static final String STANDARD = "Forwarded";
    private static final List<String> NAMES = List.of(PROTO, HOST, PORT, "X-Forwarded-For", STANDARD);

    private static final Pattern PAIR =
            Pattern.compile("(?:^|;)\\s*(proto|host)=(?:\"([^\"\\\\]*)\"|([^;,\"\\s]*))", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{0,4}");

    private final boolean believed;

    Forwarded(HostConfig config) {
        this.believed = config.forwarded();
    }

    void register(@Observes Router router) {
        if (believed) {
            router.route().order(ORDER).handler(Forwarded::read);
        }
    }

    private static void read(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (NAMES.stream().anyMatch(request.headers()::contains)) {
            told(CalledUrl.of(request), request.headers()).keepFor(context);
        }
        context.next();
    }

    /** @param here what this server was called */
    static CalledUrl told(CalledUrl here, MultiMap headers) {
        String proto = first(headers.get(PROTO));
        String host = first(headers.get(HOST));
        String port = first(headers.get(PORT));
        String standard = first(headers.get(STANDARD));
        if (proto == null && host == null && port == null && standard != null) {
            Map<String, String> pairs = pairs(standard);
            return called(here, pairs.get("proto"), pairs.get("host"), null);
        }
        return called(here, proto, host, port);
    }

    private static Map<String, String> pairs(String element) {
        Map<String, String> pairs = new HashMap<>();
        Matcher pair = PAIR.matcher(element);
        while (pair.find()) {
            String value = pair.group(2) == null ? pair.group(3) : pair.group(2);
            pairs.putIfAbsent(pair.group(1).toLowerCase(Locale.ROOT), value);
        }
        return pairs;
    }

    /** What is missing, or not readable, stays as this server was called. */
    private static CalledUrl called(CalledUrl here, String proto, String host, String port) {
        String scheme = proto == null || !proto.matches("(?i)https?") ? here.scheme() : proto.toLowerCase(Locale.ROOT);
        HostAndPort named = host == null ? null : HostAndPort.parseAuthority(host, -1);
        boolean readable = named != null
                && !named.host().isEmpty()
                && (named.host().charAt(0) != '[' || NetUtil.isValidIpV6Address(named.host()));
        String calledHost = readable ? named.host() : here.host();
        int calledPort = readable ? named.port() : here.port();
        if (port != null && DIGITS.matcher(port).matches() && Integer.parseInt(port) <= 65535) {
            calledPort = Integer.parseInt(port);
        }
        CalledUrl called = new CalledUrl(scheme, calledHost, calledPort);
        boolean implied = new CalledUrl(scheme, calledHost, -1).calledPort() == calledPort;
        return implied ? new CalledUrl(scheme, calledHost, -1) : called;
    }

    /** Null for none. */
    private static String first(String values) {
        if (values == null) {
            return null;
        }
        int end = values.indexOf(',');
        return (end < 0 ? values : values.substring(0, end)).strip();
    }
}
