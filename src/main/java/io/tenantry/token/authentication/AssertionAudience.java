package io.tenantry.token.authentication;

import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import io.tenantry.token.authority.LoginHosts;
import io.tenantry.token.http.TokenCall;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Whom a client assertion may be made out to: the token endpoint that is called, in either version, the issuer of the tenant, or the bare
 * authority; under the host that was called or one of the real service's (token-service.md §4). A tenant has many names, another tenant's
 * endpoint is none of them.
 */
record AssertionAudience(TokenCall call, Tenant tenant, Tenants tenants) {
    private static final Set<String> BEHIND_TENANT = Set.of("", "/v2.0", "/oauth2/token", "/oauth2/v2.0/token");

    boolean accepts(String audience) {
        try {
            URI url = new URI(audience);
            return url.getHost() != null
                    && url.getRawUserInfo() == null
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null
                    && isHere(url)
                    && isThis(url.getRawPath());
        } catch (java.net.URISyntaxException e) {
            return false;
        }
    }

    /** A front may have ended TLS, so that the scheme that the client sees is another one. */
    private boolean isHere(URI url) {
        if (LoginHosts.isOne(url.getHost())) {
            return "https".equalsIgnoreCase(url.getScheme());
        }
        URI called = URI.create(call.baseUrl());
        return url.getHost().equalsIgnoreCase(called.getHost()) && port(url) == port(called);
    }

    private static int port(URI url) {
        return url.getPort() == 443 || url.getPort() == 80 ? -1 : url.getPort();
    }

    private boolean isThis(String path) {
        String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (plain.isEmpty()) {
            return true;
        }
        int end = plain.indexOf('/', 1);
        String name = end < 0 ? plain.substring(1) : plain.substring(1, end);
        String rest = end < 0 ? "" : plain.substring(end).toLowerCase(Locale.ROOT);
        return BEHIND_TENANT.contains(rest) && names(name);
    }

    /** The segment that was called may stand for many tenants. */
    private boolean names(String segment) {
        return segment.equalsIgnoreCase(call.tenant())
                || tenants.byIdOrDomain(segment)
                        .filter(named -> named.key() == tenant.key())
                        .isPresent();
    }
}
