package io.tenantry.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.http.HostGate;
import io.tenantry.http.RequestBodies;
import io.tenantry.token.discovery.InstanceDiscovery;
import io.tenantry.token.discovery.KeyDocuments;
import io.tenantry.token.discovery.OpenIdConfiguration;
import io.tenantry.token.discovery.UserRealm;
import io.tenantry.token.grant.TokenEndpoint;
import io.tenantry.token.http.TokenCall;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Function;

/**
 * The paths of the token service (token-service.md §1), in any case. They begin with a tenant, so what other parts of the server are
 * called is left out of them.
 */
@ApplicationScoped
class TokenRoutes {
    private static final String TENANT = "(?i)/(?!v1\\.0/|beta/|_tenantry/|q/)(?<tenant>[^/]+)";
    private static final String COMMON = "(?i)/(?<tenant>common)";
    /** Of a form: many times what a signed assertion with its certificates takes. */
    private static final int MAX_BODY = 256 * 1024;

    private final TokenHttp http;
    private final TokenEndpoint token;
    private final OpenIdConfiguration configuration;
    private final KeyDocuments keys;
    private final UserRealm userRealm;
    private final HostGate hosts;
    private final RequestBodies bodies;

    TokenRoutes(
            TokenHttp http,
            TokenEndpoint token,
            OpenIdConfiguration configuration,
            KeyDocuments keys,
            UserRealm userRealm,
            HostGate hosts,
            RequestBodies bodies) {
        this.http = http;
        this.token = token;
        this.configuration = configuration;
        this.keys = keys;
        this.userRealm = userRealm;
        this.hosts = hosts;
        this.bodies = bodies;
    }

    void register(@Observes Router router) {
        tokens(router, "/oauth2/v2\\.0/token/?", token::v2);
        tokens(router, "/oauth2/token/?", token::v1);
        document(router, TENANT + "/v2\\.0/\\.well-known/openid-configuration/?", configuration::v2);
        document(router, TENANT + "/\\.well-known/openid-configuration/?", configuration::v1);
        document(router, TENANT + "/discovery/v2\\.0/keys/?", keys::v2);
        document(router, TENANT + "/discovery/keys/?", keys::v1);
        document(router, COMMON + "/discovery/instance/?", InstanceDiscovery::answer);
        document(router, COMMON + "/userrealm/(?<upn>[^/]+)/?", userRealm::answer);
    }

    private void tokens(Router router, String path, Function<TokenCall, ObjectNode> endpoint) {
        String whole = TENANT + path;
        router.routeWithRegex(whole).handler(hosts::knownHost).handler(this::form);
        route(router, whole, http.tokens(endpoint));
    }

    /** Documents say what everybody may know, under every name that leads here. */
    private void document(Router router, String path, Function<TokenCall, ObjectNode> endpoint) {
        route(router, path, http.documents(endpoint));
    }

    private void form(RoutingContext context) {
        if (!RequestBodies.isAnnounced(context.request())) {
            context.next();
            return;
        }
        bodies.read(context.request(), MAX_BODY)
                .onSuccess(body -> {
                    body.keepFor(context);
                    context.next();
                })
                .onFailure(context::fail);
    }

    /** Tokens are signed and the store is read on a worker thread; requests of one connection do not wait for each other. */
    private void route(Router router, String path, Handler<RoutingContext> handler) {
        router.routeWithRegex(path).blockingHandler(handler, false).failureHandler(http::failed);
    }
}
