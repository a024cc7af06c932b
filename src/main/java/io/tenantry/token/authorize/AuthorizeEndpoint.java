package io.tenantry.token.authorize;

import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.token.authority.Authority;
import io.tenantry.token.authorize.AuthorizeRequest.Return;
import io.tenantry.token.client.ClientApplication;
import io.tenantry.token.code.AuthorizationCodes;
import io.tenantry.token.grant.TokenVersion;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenError;
import io.tenantry.token.http.TokenErrors;
import io.tenantry.token.issue.AccessTokens;
import io.tenantry.token.page.Pages;
import io.tenantry.token.scope.Grantable.Granted;
import io.tenantry.token.signin.LocalUsers;
import io.tenantry.token.signin.SignIn;
import io.tenantry.token.user.ClientProof;
import io.tenantry.token.user.UserTokens;
import io.tenantry.token.user.UserTokens.Wanted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What both authorize endpoints do: a user is led through the pages, and the client is told what came of it. */
@ApplicationScoped
class AuthorizeEndpoint {
    private final Store store;
    private final InstantSource clock;
    private final ClientAuthorities clients;
    private final Journeys journeys;
    private final AdminConsent adminConsent;
    private final AuthorizationCodes codes;
    private final LocalUsers users;
    private final UserTokens tokens;
    private final TokenErrors errors;

    AuthorizeEndpoint(
            Store store,
            InstantSource clock,
            ClientAuthorities clients,
            Journeys journeys,
            AdminConsent adminConsent,
            AuthorizationCodes codes,
            LocalUsers users,
            UserTokens tokens,
            TokenErrors errors) {
        this.store = store;
        this.clock = clock;
        this.clients = clients;
        this.journeys = journeys;
        this.adminConsent = adminConsent;
        this.codes = codes;
        this.users = users;
        this.tokens = tokens;
        this.errors = errors;
    }

    /** What is wrong before it is known where to send the client back to stays here, on a page. */
    Response answer(TokenCall call, TokenVersion version, String path) {
        Parameters parameters = new Parameters(call);
        Authority authority;
        ClientApplication client;
        Return back;
        try {
            authority = clients.authority(call.tenant());
            client = clients.find(authority, parameters);
            back = AuthorizeRequest.back(client, parameters);
        } catch (TokenError error) {
            return Pages.error(error);
        }
        try {
            AuthorizeRequest request = AuthorizeRequest.of(client, back, parameters, version);
            return lead(call, parameters, authority, request, version, path);
        } catch (TokenError error) {
            return tell(back, parameters, error);
        } catch (Journeys.Refused refused) {
            return refused.cookie().on(tell(back, parameters, refused.error()));
        }
    }

    /** To the client what it can mend or has to know, and everything where nobody is looking; else to the user. */
    private Response tell(Return back, Parameters parameters, TokenError error) {
        if (!Told.isForUser(error)) {
            return back.send(error, errors.description(error));
        }
        return parameters.value("prompt").filter("none"::equalsIgnoreCase).isPresent()
                ? back.send(error.as("interaction_required"), errors.description(error))
                : Pages.error(error);
    }

    private Response lead(
            TokenCall call,
            Parameters parameters,
            Authority authority,
            AuthorizeRequest request,
            TokenVersion version,
            String path) {
        Journey journey = new Journey(
                call,
                parameters,
                clients.tenant(authority),
                request.client(),
                request.scopes(),
                request.prompts(),
                parameters.value("login_hint").orElse(""),
                parameters.again(path));
        Journeys.Stop consent = journey.asks(Prompt.ADMIN_CONSENT)
                ? (tenant, session, ticket) -> adminConsent.ask(journey, tenant, session, ticket)
                : journeys.consent(journey);
        Arrival arrival = journeys.go(journey, consent);
        if (arrival instanceof Arrival.AtEnd end) {
            Response answer = store.read(end.tenant(), session -> succeed(session, journey, request, version, end));
            return end.cookie().on(answer);
        }
        return ((Arrival.AtPage) arrival).answer();
    }

    private Response succeed(
            Session session, Journey journey, AuthorizeRequest request, TokenVersion version, Arrival.AtEnd end) {
        Instant now = clock.instant();
        SignIn signIn = end.session().signIn();
        Entity user = users.find(session, signIn.account(), end.client());
        Wanted wanted = new Wanted(
                journey.call(),
                new ClientProof(end.client(), "0", request.back().platform()),
                signIn,
                user,
                request.scopes().first(),
                List.of(),
                request.back().mode() == ResponseMode.FRAGMENT,
                now);
        Map<String, String> answer = new LinkedHashMap<>();
        String code = request.types().contains("code") ? code(session, request, signIn, now) : null;
        String accessToken = null;
        if (code != null) {
            answer.put("code", code);
        }
        if (request.types().contains("token")) {
            Granted granted = tokens.granted(session, wanted);
            accessToken = tokens.accessToken(session, wanted, granted);
            answer.put("access_token", accessToken);
            answer.put("token_type", "Bearer");
            answer.put("expires_in", Long.toString(AccessTokens.LIFETIME.toSeconds() - 1));
            answer.put("scope", granted.scope());
        }
        if (request.types().contains("id_token")) {
            answer.put("id_token", idToken(session, wanted, request, version, code, accessToken));
        }
        if (journey.parameters().value("client_info").filter("1"::equals).isPresent()) {
            answer.put("client_info", signIn.account().clientInfo());
        }
        answer.put("session_state", end.session().id());
        return request.back().send(answer);
    }

    private String idToken(
            Session session,
            Wanted wanted,
            AuthorizeRequest request,
            TokenVersion version,
            String code,
            String accessToken) {
        var subject = tokens.subject(session, wanted, request.wish(), version == TokenVersion.V2);
        return version == TokenVersion.V1
                ? tokens.idTokens().issueV1(subject, session.tenant(), wanted.now())
                : tokens.idTokens()
                        .issueV2(subject, session.tenant(), wanted.call().baseUrl(), wanted.now(), code, accessToken);
    }

    private String code(Session session, AuthorizeRequest request, SignIn signIn, Instant now) {
        return codes.issue(session.tenant().id(), request.forCode(), signIn.carried(), now);
    }
}
