package io.tenantry.token.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The paths of the token service (token-service.md §1). They begin with a tenant, so what other parts of the server are called is none of
 * them. They are served in any case, and a semicolon is a character like others: a request that spells them so is led to the resource.
 */
@Singleton
public class TokenPaths {
    /**
     * The first segment. Resources are told apart by searching the path for this, hence {@code \G}: else a long name would be searched
     * from each of its characters.
     */
    public static final String TENANT = "/{tenant:\\G(?!_tenantry/|q/)[^/]++}";

    /** The tenant that stands for all of them. */
    public static final String COMMON = "/common";

    /** The one path without a tenant. */
    public static final String USER_REALM_PAGE = "/getuserrealm.srf";

    private static final Pattern ANY = Pattern.compile("(?i)/(?:oidc/userinfo|(?!_tenantry/|q/)[^/]++/"
            + "(?:(?:oauth2|discovery|v2\\.0|\\.well-known|userrealm|openid)/.*+"
            + "|userrealm|getcredentialtype|adminconsent))|" + Pattern.quote(USER_REALM_PAGE));
    /** Behind all routes but those of REST resources. */
    private static final int BEFORE_REST = 9_000;

    void register(@Observes Router router) {
        router.route().order(BEFORE_REST).handler(TokenPaths::lead);
    }

    static boolean isOne(String path) {
        return ANY.matcher(path).matches();
    }

    private static void lead(RoutingContext context) {
        String path = context.normalizedPath();
        if (isPlain(path) || !isOne(path)) {
            context.next();
            return;
        }
        String query = context.request().query();
        context.reroute(plain(path) + (query == null ? "" : "?" + query));
    }

    /** Whether it is spelled as resources are. */
    private static boolean isPlain(String path) {
        return path.indexOf(';') < 0 && path.equals(lowerCase(path));
    }

    private static String plain(String path) {
        return lowerCase(path).replace(";", "%3b");
    }

    /** A tenant keeps its case, since errors name it. */
    private static String lowerCase(String path) {
        int end = path.indexOf('/', 1);
        boolean common = path.regionMatches(true, 0, COMMON + "/", 0, COMMON.length() + 1);
        return end < 0 || common
                ? path.toLowerCase(Locale.ROOT)
                : path.substring(0, end) + path.substring(end).toLowerCase(Locale.ROOT);
    }
}
