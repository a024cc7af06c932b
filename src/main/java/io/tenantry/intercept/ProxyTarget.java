package io.tenantry.intercept;

import io.tenantry.error.Excerpt;
import io.tenantry.http.host.MicrosoftHosts;
import io.vertx.core.net.HostAndPort;

/**
 * Where a client wants the proxy to lead.
 *
 * @param named as the client wrote it
 * @param address null where it cannot be read
 * @param port that the kind of request stands for
 */
record ProxyTarget(String named, HostAndPort address, int port) {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /** {@code host:port} of a CONNECT. */
    static ProxyTarget ofConnect(String target) {
        HostAndPort address = HostAndPort.parseAuthority(target, -1);
        return new ProxyTarget(target, address == null || address.port() < 0 ? null : address, HTTPS);
    }

    /** The target of any other request, in absolute form. */
    static ProxyTarget ofUrl(String target) {
        int scheme = target.indexOf("://");
        boolean secured = scheme == 5 && target.regionMatches(true, 0, "https", 0, 5);
        boolean plain = scheme == 4 && target.regionMatches(true, 0, "http", 0, 4);
        if (!secured && !plain) {
            return new ProxyTarget(target, null, HTTP);
        }
        int begin = scheme + 3;
        int end = begin;
        while (end < target.length() && "/?#".indexOf(target.charAt(end)) < 0) {
            end++;
        }
        int port = secured ? HTTPS : HTTP;
        return new ProxyTarget(target, HostAndPort.parseAuthority(target.substring(begin, end), port), port);
    }

    boolean isStoodInFor() {
        return address != null
                && address.port() == port
                && (MicrosoftHosts.contains(address.host()) || DeviceLogin.HOST.equalsIgnoreCase(address.host()));
    }

    String refusal() {
        return "this proxy leads to the login, Graph and management hosts of Microsoft's clouds, not to '"
                + Excerpt.inOneLine(named) + "'";
    }
}
