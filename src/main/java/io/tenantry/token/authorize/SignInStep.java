package io.tenantry.token.authorize;

import io.tenantry.directory.user.UserPasswords;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.token.http.SignInErrors;
import io.tenantry.token.http.TokenError;
import io.tenantry.token.page.Pages;
import io.tenantry.token.session.BrowserSession;
import io.tenantry.token.session.BrowserSessions;
import io.tenantry.token.signin.Account;
import io.tenantry.token.signin.Accounts;
import io.tenantry.token.signin.SignIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The first step of a journey: who is it? By a session of the browser, or by name and password. */
@ApplicationScoped
class SignInStep {
    private static final String NEW_PASSWORD = "new password";
    private static final String OTHER = "other";

    private final Store store;
    private final InstantSource clock;
    private final Accounts accounts;
    private final BrowserSessions sessions;
    private final Tickets tickets;

    SignInStep(Store store, InstantSource clock, Accounts accounts, BrowserSessions sessions, Tickets tickets) {
        this.store = store;
        this.clock = clock;
        this.accounts = accounts;
        this.sessions = sessions;
        this.tickets = tickets;
    }

    /** Who it is, or the page that asks for it. */
    sealed interface Identity {
        record Asked(Response page) implements Identity {}

        /** @param sessions of the browser from now on */
        record Known(BrowserSession session, List<BrowserSession> sessions, boolean isNew) implements Identity {}
    }

    /** Throws {@link TokenError} 50058 or 16000 where nobody may be asked. */
    Identity identify(Journey journey) {
        Parameters parameters = journey.parameters();
        if (parameters.posted("newpasswd").isPresent()) {
            return newPassword(journey);
        }
        if (parameters.posted("passwd").isPresent()) {
            return password(journey, parameters.posted("login").orElseGet(() -> accounts.hinted(journey.hint())));
        }
        List<BrowserSession> present = sessions.of(journey.call());
        Optional<Tickets.Ticket> ticket = tickets.read(journey.clientId(), parameters);
        if (ticket.isPresent()) {
            return ticketed(journey, ticket.get(), present);
        }
        Optional<String> chosen = parameters.posted("account");
        if (chosen.isPresent()) {
            return present.stream()
                    .filter(session -> session.id().equals(chosen.get()))
                    .findFirst()
                    .<Identity>map(session -> journey.takes(session.signIn(), clock.instant())
                            ? new Identity.Known(session, present, false)
                            : ask(journey, session.signIn().account().name(), null))
                    .orElseGet(() -> ask(journey, "", null));
        }
        return silently(journey, present);
    }

    /** Who signed in on a page before, in the same browser. */
    private Identity ticketed(Journey journey, Tickets.Ticket ticket, List<BrowserSession> present) {
        return present.stream()
                .filter(session -> session.id().equals(ticket.sessionId()))
                .findFirst()
                .<Identity>map(session -> new Identity.Known(session, present, false))
                .orElseGet(() -> ask(journey, ticket.signIn().account().name(), null));
    }

    private Identity silently(Journey journey, List<BrowserSession> present) {
        List<BrowserSession> fitting = present.stream()
                .filter(journey::means)
                .filter(session -> journey.takes(session.signIn(), clock.instant()))
                .toList();
        if (journey.asks(Prompt.NONE)) {
            if (fitting.isEmpty()) {
                throw SignInErrors.noSession();
            }
            if (fitting.size() > 1) {
                throw SignInErrors.severalSessions();
            }
            return new Identity.Known(fitting.get(0), present, false);
        }
        if (journey.asks(Prompt.LOGIN) || journey.asks(Prompt.CREATE) || fitting.isEmpty()) {
            return ask(journey, accounts.hinted(journey.hint()), null);
        }
        if (journey.asks(Prompt.SELECT_ACCOUNT) || fitting.size() > 1) {
            return choose(journey, present);
        }
        return new Identity.Known(fitting.get(0), present, false);
    }

    private Identity choose(Journey journey, List<BrowserSession> present) {
        List<Pages.Choice> choices = present.stream()
                .map(session -> new Pages.Choice(
                        session.id(), session.signIn().account().name()))
                .toList();
        return new Identity.Asked(Pages.accounts(
                new Pages.Accounts(journey.action(), journey.client().displayName(), choices)));
    }

    private Identity ask(Journey journey, String name, TokenError error) {
        return new Identity.Asked(Pages.signIn(new Pages.SignIn(
                journey.action(),
                journey.client().displayName(),
                journey.tenant().map(Tenant::displayName).orElse(null),
                name,
                error == null ? null : error.description())));
    }

    private Identity password(Journey journey, String name) {
        try {
            Tenant home = accounts.home(name).orElseThrow(SignInErrors::noSuchDomain);
            Account account = accounts.identify(
                    home, name, journey.parameters().posted("passwd").orElse(""));
            return Accounts.mustChangePassword(account.user())
                    ? askForNewPassword(journey, account, null)
                    : signedIn(journey, account);
        } catch (TokenError wrong) {
            return ask(journey, name, wrong);
        }
    }

    private Identity askForNewPassword(Journey journey, Account account, TokenError error) {
        String ticket = tickets.issue(NEW_PASSWORD, "", SignIn.begun(account, clock.instant()));
        return new Identity.Asked(Pages.newPassword(new Pages.NewPassword(
                journey.action(), ticket, account.name(), error == null ? null : error.description())));
    }

    private Identity newPassword(Journey journey) {
        Parameters parameters = journey.parameters();
        Account account = tickets.read(NEW_PASSWORD, parameters)
                .filter(ticket -> !ticket.signIn().isBeforeThePassword())
                .map(ticket -> ticket.signIn().account())
                .orElseThrow(SignInErrors::passwordExpired);
        String password = parameters.posted("newpasswd").orElse("");
        if (!parameters.posted("confirmpasswd").filter(password::equals).isPresent()) {
            return askForNewPassword(journey, account, SignInErrors.passwordsDiffer());
        }
        boolean changed = store.write(
                account.home(), home -> UserPasswords.renew(home, account.user().id(), password, clock.instant()));
        if (!changed) {
            return askForNewPassword(journey, account, SignInErrors.weakPassword());
        }
        return signedIn(
                journey, accounts.find(account.home().id(), account.user().id()).orElseThrow(SignInErrors::disabled));
    }

    private Identity signedIn(Journey journey, Account account) {
        SignIn begun = SignIn.begun(account, clock.instant());
        BrowserSession session = new BrowserSession(begun.carried().session(), begun, Set.of());
        List<BrowserSession> all = new ArrayList<>();
        all.add(session);
        sessions.of(journey.call()).stream()
                .filter(other -> !other.isOf(account.name()))
                .forEach(all::add);
        return new Identity.Known(session, all, true);
    }
}
