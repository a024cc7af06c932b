package io.tenantry.token.authorize;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.audit.Actor;
import io.tenantry.directory.application.PermissionGrants;
import io.tenantry.directory.application.PermissionGrants.Consent;
import io.tenantry.directory.guest.Guests;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.token.authority.GraphAudience;
import io.tenantry.token.client.ClientApplication;
import io.tenantry.token.client.ClientApplications;
import io.tenantry.token.http.SignInErrors;
import io.tenantry.token.http.TokenError;
import io.tenantry.token.page.Pages;
import io.tenantry.token.scope.Grantable;
import io.tenantry.token.scope.Grantable.Missing;
import io.tenantry.token.scope.RequestedScopes;
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

/** The second step of a journey: may the user use the client, and has somebody consented to what that asks for? */
@ApplicationScoped
class ConsentStep {
    private final Store store;
    private final InstantSource clock;
    private final ClientApplications applications;
    private final LocalUsers users;
    private final Guests guests;
    private final Grantable grantable;
    private final Tickets tickets;

    ConsentStep(
            Store store,
            InstantSource clock,
            ClientApplications applications,
            LocalUsers users,
            Guests guests,
            Grantable grantable,
            Tickets tickets) {
        this.store = store;
        this.clock = clock;
        this.applications = applications;
        this.users = users;
        this.guests = guests;
        this.grantable = grantable;
        this.tickets = tickets;
    }

    /**
     * What is left to be asked.
     *
     * @param pending whether the user has to take up an invitation
     * @param byUser whether the user need be no administrator to consent to what is missing
     */
    private record Open(
            ClientApplication client,
            Entity user,
            boolean pending,
            List<Missing> missing,
            boolean byUser,
            boolean administrator) {
        boolean isNothing() {
            return !pending && missing.isEmpty();
        }
    }

    /** Empty where nothing is left to be asked. Throws {@link TokenError} where the user may not go on. */
    Optional<Response> ask(Journey journey, Tenant tenant, BrowserSession browser) {
        Optional<String> answer = journey.parameters().posted("consent").filter(any -> isTicketed(journey));
        if (answer.filter(given -> !given.equals("accept")).isPresent()) {
            throw SignInErrors.declined();
        }
        Account account = browser.signIn().account();
        Open open = store.read(tenant, session -> open(session, journey, account, answer.isEmpty()));
        if (open.isNothing()) {
            return Optional.empty();
        }
        requireRight(open, journey);
        if (answer.isPresent()) {
            accept(journey, tenant, account);
            return Optional.empty();
        }
        if (journey.asks(Prompt.NONE)) {
            throw (open.pending
                            ? SignInErrors.invitationNotRedeemed()
                            : SignInErrors.notConsented(
                                    journey.clientId(), journey.client().displayName()))
                    .as("interaction_required");
        }
        return Optional.of(page(journey, tenant, browser, open));
    }

    /** Only who was shown the page can have answered it. */
    private boolean isTicketed(Journey journey) {
        return tickets.read(journey.clientId(), journey.parameters()).isPresent();
    }

    private Open open(Session session, Journey journey, Account account, boolean askAgain) {
        ClientApplication client = applications.offered(session, journey.clientId());
        Entity user = users.present(session, account, client);
        boolean pending = Guests.isPending(user) && !guests.redeemsAutomatically(session, account.home());
        boolean all = askAgain && journey.asks(Prompt.CONSENT);
        List<Missing> missing = missing(session, journey, client, user, all);
        return new Open(
                client,
                user,
                pending,
                missing,
                UserConsent.covers(session, client, missing),
                Administrators.mayConsent(session, user));
    }

    private List<Missing> missing(
            Session session, Journey journey, ClientApplication client, Entity user, boolean all) {
        RequestedScopes scopes = journey.scopes();
        Set<String> resources = scopes.permissions().isEmpty()
                ? Set.of(GraphAudience.GRAPH)
                : scopes.permissions().keySet();
        List<Missing> missing = new ArrayList<>();
        for (String resource : resources) {
            grantable
                    .missing(session, journey.call().host(), client, all ? null : user, scopes, resource)
                    .ifPresent(missing::add);
        }
        return missing;
    }

    /** Throws {@link TokenError} 90094 where only an administrator can consent to what is missing. */
    private static void requireRight(Open open, Journey journey) {
        if (!open.administrator && !open.byUser) {
            throw journey.asks(Prompt.NONE)
                    ? SignInErrors.notConsented(
                                    journey.clientId(), journey.client().displayName())
                            .as("interaction_required")
                    : SignInErrors.needsAdministrator(journey.client().displayName());
        }
    }

    private Response page(Journey journey, Tenant tenant, BrowserSession browser, Open open) {
        Set<String> lines = new LinkedHashSet<>();
        if (open.pending) {
            lines.add("Let " + tenant.displayName() + " receive your profile data and keep you as a guest");
        }
        open.missing.forEach(missing -> missing.names().forEach(name -> lines.add(line(missing, name))));
        return Pages.consent(new Pages.Consent(
                journey.action(),
                tickets.issue(journey.clientId(), browser.id(), browser.signIn()),
                browser.signIn().account().name(),
                journey.client().displayName(),
                List.copyOf(lines),
                open.administrator));
    }

    private static String line(Missing missing, String name) {
        JsonNode permission = missing.resource().delegatedPermissions().get(name);
        String text = permission == null
                ? name
                : permission.path("userConsentDisplayName").asText(name);
        return text.equals(name) || text.isEmpty() ? name : text + " (" + name + ")";
    }

    private void accept(Journey journey, Tenant tenant, Account account) {
        boolean forAll = journey.parameters().posted("organization").isPresent();
        store.write(tenant, session -> {
            Open open = open(session, journey, account, false);
            requireRight(open, journey);
            Entity user = open.user;
            Actor actor = Actor.of(user);
            if (Guests.isPending(user)) {
                guests.redeem(session, user, account.home(), account.user(), clock.instant());
            }
            ClientApplication client = applications.install(session, open.client, actor, clock.instant());
            Optional<String> principal = forAll && open.administrator ? Optional.empty() : Optional.of(user.id());
            for (Missing missing : open.missing) {
                if (missing.resource().principal() != null) {
                    Consent consent = new Consent(
                            client.principal(), missing.resource().principal(), principal, names(missing, journey));
                    PermissionGrants.consent(session, consent, actor, clock.instant());
                }
            }
            return null;
        });
    }

    /** Consent to permissions of Graph takes along what OpenID Connect was asked for. */
    private static Set<String> names(Missing missing, Journey journey) {
        Set<String> names = new LinkedHashSet<>(missing.names());
        if (missing.resource().isGraph()) {
            names.addAll(journey.scopes().oidc());
        }
        return names;
    }

    /** Who needs no asking is a guest and a client here without it. */
    ClientApplication settle(Journey journey, Tenant tenant, Account account) {
        ClientApplication known = store.read(tenant, session -> settled(session, journey, account));
        return known != null
                ? known
                : store.write(tenant, session -> {
                    ClientApplication client = applications.offered(session, journey.clientId());
                    Entity user = users.present(session, account, client);
                    if (Guests.isPending(user)) {
                        guests.redeem(session, user, account.home(), account.user(), clock.instant());
                    }
                    Actor actor = Actor.of(user);
                    ClientApplication installed = applications.install(session, client, actor, clock.instant());
                    users.find(session, account, installed);
                    return installed;
                });
    }

    /** Null where something is left to be written. Throws {@link TokenError} 50105 and others. */
    private ClientApplication settled(Session session, Journey journey, Account account) {
        ClientApplication client = applications.offered(session, journey.clientId());
        if (client.principal() == null || Guests.isPending(users.present(session, account, client))) {
            return null;
        }
        users.find(session, account, client);
        return client;
    }
}
