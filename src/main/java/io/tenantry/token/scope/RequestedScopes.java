package io.tenantry.token.scope;

import io.tenantry.token.authority.GraphAudience;
import io.tenantry.token.http.TokenError;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The scopes that a request names: those of OpenID Connect, and permissions by the resource that they are of. A resource stands before the
 * last slash of a scope; bare names are Microsoft Graph's (token-service.md §3).
 *
 * @param oidc in the order in which they were asked for
 * @param permissions by resource; {@code .default} stands for all that was consented to
 * @param isBare whether all permissions are named without their resource
 */
public record RequestedScopes(Set<String> oidc, Map<String, Set<String>> permissions, boolean isBare) {
    public static final RequestedScopes NONE = new RequestedScopes(Set.of(), Map.of(), false);

    public static final String DEFAULT = ".default";

    /** All of Graph's permissions have room; codes and tokens carry it. */
    private static final int LONGEST = 32 * 1024;

    /** RFC 6749 §3.3 */
    private static final Pattern SCOPE_TOKEN = Pattern.compile("[!#-\\[\\]-~]+");

    /** Throws {@link TokenError} 70011 where a scope is none, and where everything is asked for beside something (token-service.md §11.8). */
    public static RequestedScopes parse(String scope) {
        Set<String> oidc = new LinkedHashSet<>();
        Map<String, Set<String>> permissions = new LinkedHashMap<>();
        boolean qualified = false;
        if (scope.length() > LONGEST) {
            throw TokenError.invalidScope(scope);
        }
        for (String token : scope.strip().split("\\s+")) {
            if (!SCOPE_TOKEN.matcher(token).matches()) {
                throw TokenError.invalidScope(scope);
            }
            if (Oidc.SCOPES.contains(token.toLowerCase(Locale.ROOT))) {
                oidc.add(token.toLowerCase(Locale.ROOT));
            } else {
                add(permissions, token, scope);
                qualified |= token.indexOf('/') >= 0;
            }
        }
        if (permissions.values().stream().anyMatch(names -> names.size() > 1 && names.contains(DEFAULT))) {
            throw TokenError.invalidScope(scope);
        }
        return new RequestedScopes(oidc, permissions, !qualified && !permissions.isEmpty());
    }

    /** Everything that was consented to at a resource, as v1 endpoints ask for it. */
    public static RequestedScopes everythingAt(String resource) {
        Set<String> oidc = new LinkedHashSet<>(Set.of(Oidc.OPENID, Oidc.PROFILE, Oidc.OFFLINE_ACCESS, Oidc.EMAIL));
        return new RequestedScopes(oidc, Map.of(resource, Set.of(DEFAULT)), false);
    }

    private static void add(Map<String, Set<String>> permissions, String token, String scope) {
        int slash = token.lastIndexOf('/');
        String resource = slash < 0 ? GraphAudience.GRAPH : token.substring(0, slash);
        String name = token.substring(slash + 1);
        if (name.isEmpty() || resource.isEmpty()) {
            throw TokenError.invalidScope(scope);
        }
        permissions.computeIfAbsent(resource, any -> new LinkedHashSet<>()).add(name);
    }

    /** Of several resources the first: a token is for one (token-service.md §11.8). */
    public RequestedScopes first() {
        Map<String, Set<String>> one = new LinkedHashMap<>();
        permissions.entrySet().stream().findFirst().ifPresent(entry -> one.put(entry.getKey(), entry.getValue()));
        return new RequestedScopes(oidc, one, isBare);
    }

    /** With a refresh token among what is asked for: a renewal brings another one in any case. */
    public RequestedScopes renewable() {
        Set<String> all = new LinkedHashSet<>(oidc);
        all.add(Oidc.OFFLINE_ACCESS);
        return new RequestedScopes(all, permissions, isBare);
    }

    /** As texts of a request, in the form that {@link #parse} reads. */
    public String text() {
        Set<String> all = new LinkedHashSet<>(oidc);
        permissions.forEach((resource, names) -> names.forEach(name -> all.add(written(resource, name))));
        return String.join(" ", all);
    }

    /** A permission of a resource, in the form of those that were asked for. */
    String written(String resource, String name) {
        return isBare ? name : resource + "/" + name;
    }

    public boolean asks(String oidcScope) {
        return oidc.contains(oidcScope);
    }
}
