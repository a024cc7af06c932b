package io.tenantry.token.authorize;

import io.tenantry.store.Tenant;
import io.tenantry.token.authorize.SignInStep.Identity;
import io.tenantry.token.client.ClientApplication;
import io.tenantry.token.http.AuthorizeErrors;
import io.tenantry.token.http.TokenError;
import io.tenantry.token.session.BrowserSession;
import io.tenantry.token.session.BrowserSessions;
import io.vertx.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Leads a user through the steps of a journey: the next page where one is to be shown, the end where none is. */
@ApplicationScoped
public class Journeys {
    private final SignInStep signIn;
    private final ConsentStep consent;
    private final BrowserSessions sessions;
    private final Tickets tickets;

    Journeys(SignInStep signIn, ConsentStep consent, BrowserSessions sessions, Tickets tickets) {
        this.signIn = signIn;
        this.consent = consent;
        this.sessions = sessions;
        this.tickets = tickets;
    }

    /** A page behind the sign-in. */
    public interface Stop {
        /** Empty where it need not be shown, or was answered. Throws {@link TokenError}. */
        Optional<Response> ask(Tenant tenant, BrowserSession session, String ticket);
    }

    /** The page on which users consent to what the client asks for. */
    public Stop consent(Journey journey) {
        return (tenant, session, ticket) -> consent.ask(journey, tenant, session);
    }

    /** Throws {@link TokenError} where the user cannot or does not want to go on. */
    public Arrival go(Journey journey, Stop... stops) {
        refuseOtherSites(journey);
        Identity identity = signIn.identify(journey);
        if (identity instanceof Identity.Known known) {
            return goOn(journey, List.of(stops), known);
        }
        return new Arrival.AtPage(((Identity.Asked) identity).page(), SessionCookie.NONE);
    }

    private Arrival goOn(Journey journey, List<Stop> stops, Identity.Known known) {
        BrowserSession session = known.session();
        Tenant tenant = journey.tenant().orElse(session.signIn().account().home());
        SessionCookie cookie = known.isNew() ? cookie(journey, known.sessions()) : SessionCookie.NONE;
        try {
            String ticket = tickets.issue(journey.clientId(), session.id(), session.signIn());
            Optional<Response> page = stops.stream()
                    .map(stop -> stop.ask(tenant, session, ticket))
                    .flatMap(Optional::stream)
                    .findFirst();
            if (page.isPresent()) {
                return new Arrival.AtPage(page.get(), cookie);
            }
            ClientApplication client =
                    consent.settle(journey, tenant, session.signIn().account());
            BrowserSession visited = session.with(journey.clientId());
            return new Arrival.AtEnd(visited, tenant, client, cookie(journey, known, visited));
        } catch (TokenError refused) {
            throw new Refused(refused, cookie);
        }
    }

    /** Signing out leads back to the clients that were signed in to. */
    private SessionCookie cookie(Journey journey, Identity.Known known, BrowserSession visited) {
        if (!known.isNew() && visited.equals(known.session())) {
            return SessionCookie.NONE;
        }
        List<BrowserSession> all = new ArrayList<>();
        known.sessions().forEach(each -> all.add(each.id().equals(visited.id()) ? visited : each));
        return cookie(journey, all);
    }

    private SessionCookie cookie(Journey journey, List<BrowserSession> all) {
        return new SessionCookie(sessions.cookie(all, journey.call()));
    }

    /** A user who has signed in and may not go on: the browser remembers the sign-in all the same. */
    public static final class Refused extends RuntimeException {
        private final transient TokenError error;
        private final transient SessionCookie cookie;

        Refused(TokenError error, SessionCookie cookie) {
            super(error.getMessage(), error, false, false);
            this.error = error;
            this.cookie = cookie;
        }

        public TokenError error() {
            return error;
        }

        public SessionCookie cookie() {
            return cookie;
        }
    }

    /** What pages ask is answered on them, not by a form of somebody else's. */
    private static void refuseOtherSites(Journey journey) {
        Parameters parameters = journey.parameters();
        boolean answers = List.of("passwd", "newpasswd", "consent", "confirm").stream()
                .anyMatch(field -> parameters.posted(field).isPresent());
        MultiMap headers = journey.call().headers();
        String origin = headers.get("Origin");
        boolean elsewhere = origin != null
                && !origin.equals("null")
                && !origin.equalsIgnoreCase(journey.call().baseUrl());
        if (answers && (elsewhere || "cross-site".equals(headers.get("Sec-Fetch-Site")))) {
            throw AuthorizeErrors.crossSite();
        }
    }
}
