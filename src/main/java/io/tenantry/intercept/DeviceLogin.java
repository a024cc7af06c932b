package io.tenantry.intercept;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.Optional;

/**
 * Addresses that devices tell people to enter their code at (token-service.md §1, §5). One is on a host that this server does not stand in
 * for: like the real one it leads on, with everything else to the host where all of that is.
 */
final class DeviceLogin {
    /** Serves nothing itself, hence no name of this server for Graph or tokens. */
    static final String HOST = "microsoft.com";

    private static final String CODE_PAGE = "/common/oauth2/deviceauth";

    private DeviceLogin() {}

    /** Whether it is led elsewhere. */
    static boolean leads(HttpServerRequest request) {
        Optional<String> target = target(request);
        target.ifPresent(location -> request.response()
                .setStatusCode(307)
                .putHeader(HttpHeaderNames.LOCATION, location)
                .putHeader(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .end());
        return target.isPresent();
    }

    private static Optional<String> target(HttpServerRequest request) {
        HostAndPort named = request.authority();
        if (named == null) {
            return Optional.empty();
        }
        String query = request.query() == null ? "" : "?" + request.query();
        if (named.host().equalsIgnoreCase(HOST)) {
            return Optional.of(
                    isAt(request, "/devicelogin")
                            ? "https://login.microsoftonline.com" + CODE_PAGE + query
                            : "https://www." + HOST + request.path() + query);
        }
        return named.host().equalsIgnoreCase("login.microsoft.com") && isAt(request, "/device")
                ? Optional.of(CODE_PAGE + query)
                : Optional.empty();
    }

    private static boolean isAt(HttpServerRequest request, String path) {
        return request.path() != null
                && request.path().replaceFirst("(?<=.)/$", "").equalsIgnoreCase(path);
    }
}
