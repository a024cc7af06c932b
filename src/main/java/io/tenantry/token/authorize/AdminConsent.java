package io.tenantry.token.authorize;

import io.tenantry.audit.Actor;
import io.tenantry.directory.application.AppRoleAssignments;
import io.tenantry.directory.application.PermissionGrants;
import io.tenantry.directory.application.PermissionGrants.Consent;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.token.client.ClientApplication;
import io.tenantry.token.client.ClientApplications;
import io.tenantry.token.http.AuthorizeErrors;
import io.tenantry.token.http.SignInErrors;
import io.tenantry.token.http.TokenError;
import io.tenantry.token.page.Pages;
import io.tenantry.token.scope.RequestedScopes;
import io.tenantry.token.scope.Required;
import io.tenantry.token.scope.Resource;
import io.tenantry.token.scope.Resources;
import io.tenantry.token.session.BrowserSession;
import io.tenantry.token.signin.Account;
import io.tenantry.token.signin.LocalUsers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An administrator consents for the whole tenant: to what the application registered that it requires, application permissions among it, or to
 * delegated permissions that the request names.
 */
@ApplicationScoped
class AdminConsent {
    private final Store store;
    private final InstantSource clock;
    private final ClientApplications applications;
    private final LocalUsers users;
    private final Resources resources;

    AdminConsent(
            Store store, InstantSource clock, ClientApplications applications, LocalUsers users, Resources resources) {
        this.store = store;
        this.clock = clock;
        this.applications = applications;
        this.users = users;
        this.resources = resources;
    }

    /** Permissions of one resource. */
    private record Wanted(Resource resource, Set<String> scopes, Set<String> roleIds) {}

    /** Throws {@link TokenError} 65004, 90094 or 650056. */
    Optional<Response> ask(Journey journey, Tenant tenant, BrowserSession browser, String ticket) {
        Optional<String> answer = journey.parameters().posted("ticket").flatMap(any -> journey.parameters()
                .posted("consent"));
        if (answer.filter(given -> !given.equals("accept")).isPresent()) {
            throw SignInErrors.declined();
        }
        Account account = browser.signIn().account();
        if (answer.isPresent()) {
            store.write(tenant, session -> grant(session, journey, account));
            return Optional.empty();
        }
        List<Wanted> wanted = store.read(tenant, session -> wanted(session, journey, account));
        return Optional.of(Pages.consent(new Pages.Consent(
                journey.action(), ticket, account.name(), journey.client().displayName(), lines(wanted), false)));
    }

    private List<Wanted> wanted(Session session, Journey journey, Account account) {
        ClientApplication client = applications.offered(session, journey.clientId());
        Entity user = users.present(session, account, client);
        List<Wanted> wanted = new ArrayList<>();
        for (String name : names(journey, client)) {
            Resource resource = resources.described(session, journey.call().host(), name);
            wanted.add(of(
                    resource,
                    journey.scopes().permissions().getOrDefault(name, Set.of(RequestedScopes.DEFAULT)),
                    client));
        }
        wanted.removeIf(each -> each.scopes.isEmpty() && each.roleIds.isEmpty());
        if (wanted.isEmpty()) {
            throw AuthorizeErrors.nothingToConsentTo(client.displayName());
        }
        boolean roles = wanted.stream().anyMatch(each -> !each.roleIds.isEmpty());
        if (!(roles ? Administrators.mayConsentToAll(session, user) : Administrators.mayConsent(session, user))) {
            throw SignInErrors.needsAdministrator(client.displayName());
        }
        return wanted;
    }

    private static Set<String> names(Journey journey, ClientApplication client) {
        Set<String> named = journey.scopes().permissions().keySet();
        boolean everything = named.isEmpty()
                || journey.scopes().permissions().values().stream()
                        .anyMatch(names -> names.contains(RequestedScopes.DEFAULT));
        return everything ? Required.resources(client) : named;
    }

    private static Wanted of(Resource resource, Set<String> names, ClientApplication client) {
        if (names.contains(RequestedScopes.DEFAULT)) {
            return new Wanted(resource, Required.delegated(client, resource), Required.roles(client, resource));
        }
        Set<String> scopes = new LinkedHashSet<>();
        names.forEach(name -> scopes.add(resource.spelled(name).orElseThrow(() -> TokenError.invalidScope(name))));
        return new Wanted(resource, scopes, Set.of());
    }

    private static List<String> lines(List<Wanted> wanted) {
        List<String> lines = new ArrayList<>();
        for (Wanted each : wanted) {
            lines.addAll(each.scopes);
            each.resource.principal().array("appRoles").forEach(role -> {
                if (each.roleIds.contains(role.path("id").asText())) {
                    lines.add(role.path("value").asText() + " (without a signed-in user)");
                }
            });
        }
        return lines;
    }

    private ClientApplication grant(Session session, Journey journey, Account account) {
        List<Wanted> wanted = wanted(session, journey, account);
        ClientApplication offered = applications.offered(session, journey.clientId());
        Entity user = users.present(session, account, offered);
        Actor actor = Actor.of(user);
        ClientApplication client = applications.install(session, offered, actor, clock.instant());
        for (Wanted each : wanted) {
            Entity resource = each.resource.principal();
            if (!each.scopes.isEmpty()) {
                Consent consent = new Consent(client.principal(), resource, Optional.empty(), each.scopes);
                PermissionGrants.consent(session, consent, actor, clock.instant());
            }
            each.roleIds.forEach(role ->
                    AppRoleAssignments.consent(session, resource, client.principal(), role, actor, clock.instant()));
        }
        return client;
    }
}
