package io.tenantry.token.scope;

import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.token.authority.GraphAudience;
import io.tenantry.token.client.Assigned;
import io.tenantry.token.client.ClientApplication;
import io.tenantry.token.http.SignInErrors;
import io.tenantry.token.http.TokenError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Measures what a client asks for by what its resource has and what was consented to. */
@ApplicationScoped
public class Grantable {
    /**
     * What a token may say.
     *
     * @param names all that was consented to at the resource, which tokens name beyond what was asked for [seen]
     */
    public record Granted(Resource resource, Set<String> names, RequestedScopes asked) {
        /**
         * {@code scope} of an answer: what OpenID Connect was asked for, and permissions in the form that was asked for, {@code .default}
         * among them, since clients look for their token by what they asked for (token-service.md §3.1).
         */
        public String scope() {
            Set<String> all = new LinkedHashSet<>(asked.oidc());
            all.remove(Oidc.OFFLINE_ACCESS);
            String name = resource.audience();
            String qualifier = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
            names.stream()
                    .filter(permission -> !Oidc.SCOPES.contains(permission))
                    .forEach(permission -> all.add(asked.written(qualifier, permission)));
            asked.permissions().forEach((each, permissions) -> permissions.stream()
                    .filter(RequestedScopes.DEFAULT::equals)
                    .forEach(everything -> all.add(asked.written(each, everything))));
            return String.join(" ", all);
        }
    }

    /** Permissions that are still to be consented to, of one resource. */
    public record Missing(Resource resource, Set<String> names) {}

    private final Resources resources;

    Grantable(Resources resources) {
        this.resources = resources;
    }

    /** Throws {@link TokenError} 28000, 500011, 500014, 50105, 70011 or 65001. */
    public Granted require(Session session, String host, ClientApplication client, Entity user, RequestedScopes asked) {
        if (asked.permissions().size() > 1) {
            throw TokenError.severalResources(asked.text());
        }
        String name = asked.permissions().keySet().stream().findFirst().orElse(GraphAudience.GRAPH);
        Resource resource = resources.described(session, host, name);
        Assigned.require(session, user, resource.principal());
        Set<String> wanted =
                wanted(resource, asked.permissions().getOrDefault(name, Set.of()), asked, TokenError::invalidScope);
        Set<String> consented = Consents.of(session, client, user, resource);
        if (consented.isEmpty() || !consented.containsAll(wanted)) {
            throw SignInErrors.notConsented(client.appId(), client.displayName());
        }
        return new Granted(resource, consented, asked);
    }

    /**
     * What a user has to be asked about at the authorize endpoint, which may name several resources; for {@code .default} what the
     * application registered that it requires.
     *
     * @param user null where all is asked about again, whatever was consented to
     * @throws TokenError 500011, 500014, 50105 or 650053
     */
    public Optional<Missing> missing(
            Session session,
            String host,
            ClientApplication client,
            Entity user,
            RequestedScopes asked,
            String resourceName) {
        Resource resource = resources.described(session, host, resourceName);
        Set<String> names = asked.permissions().getOrDefault(resourceName, Set.of());
        Set<String> wanted = names.contains(RequestedScopes.DEFAULT)
                ? Required.delegated(client, resource)
                : wanted(
                        resource,
                        names,
                        asked,
                        name -> SignInErrors.unknownPermission(client.displayName(), name, resource.audience()));
        Set<String> consented = Set.of();
        if (user != null) {
            Assigned.require(session, user, resource.principal());
            consented = Consents.of(session, client, user, resource);
        }
        Set<String> missing = new LinkedHashSet<>(wanted);
        missing.removeAll(consented);
        if (missing.isEmpty() && consented.isEmpty() && resource.isGraph()) {
            missing.addAll(asked.oidc());
        }
        return missing.isEmpty() ? Optional.empty() : Optional.of(new Missing(resource, missing));
    }

    /** The permissions that a request names, as the resource spells them; none for all that was consented to. */
    private static Set<String> wanted(
            Resource resource, Set<String> names, RequestedScopes asked, Function<String, TokenError> unknown) {
        if (names.contains(RequestedScopes.DEFAULT)) {
            return Set.of();
        }
        Set<String> wanted = new LinkedHashSet<>();
        names.forEach(name -> wanted.add(resource.spelled(name).orElseThrow(() -> unknown.apply(name))));
        return wanted;
    }
}
