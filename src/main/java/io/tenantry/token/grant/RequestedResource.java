package io.tenantry.token.grant;

import io.tenantry.token.authority.GraphAudience;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenError;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the resource in what a client-credentials request asks for (token-service.md §3). */
final class RequestedResource {
    private static final String DEFAULT = "/.default";
    /** Tolerated beside the scope: msal4j sends them with client credentials too. */
    private static final Set<String> OIDC = Set.of("openid", "profile", "email", "offline_access");
    /** RFC 6749 §3.3 */
    private static final Pattern SCOPE_TOKEN = Pattern.compile("[!#-\\[\\]-~]+");

    private RequestedResource() {}

    static String of(TokenRequest request) {
        return switch (request.version()) {
            case V1 -> ofV1(request.call());
            case V2 -> ofV2(request.call());
        };
    }

    /** {@code resource}, by default the directory's own Graph. */
    private static String ofV1(TokenCall call) {
        return call.field("resource").orElse(GraphAudience.DIRECTORY_GRAPH);
    }

    /**
     * What stands before {@code /.default}. A resource that ends in a slash has it twice in the scope. Throws {@link TokenError}
     * 901002, 900144, 70011, 1002012 or 28000.
     */
    private static String ofV2(TokenCall call) {
        call.refuseResource();
        String scope = call.required("scope");
        Set<String> resources = new LinkedHashSet<>();
        boolean others = false;
        for (String token : scope.strip().split("\\s+")) {
            if (!SCOPE_TOKEN.matcher(token).matches()) {
                throw TokenError.invalidScope(scope);
            }
            if (token.endsWith(DEFAULT) && token.length() > DEFAULT.length()) {
                resources.add(token.substring(0, token.length() - DEFAULT.length()));
            } else if (!OIDC.contains(token)) {
                others = true;
            }
        }
        return single(scope, resources, others);
    }

    private static String single(String scope, Set<String> resources, boolean others) {
        if (resources.isEmpty()) {
            throw TokenError.notDefaultScope(scope);
        }
        if (resources.size() > 1) {
            throw TokenError.severalResources(scope);
        }
        if (others) {
            // .default cannot be combined with single scopes
            throw TokenError.invalidScope(scope);
        }
        return resources.iterator().next();
    }
}
