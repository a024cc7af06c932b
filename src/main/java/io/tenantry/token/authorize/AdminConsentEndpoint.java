package io.tenantry.token.authorize;

import io.tenantry.token.authority.Authority;
import io.tenantry.token.client.ClientApplication;
import io.tenantry.token.http.AuthorizeErrors;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenError;
import io.tenantry.token.http.TokenErrors;
import io.tenantry.token.page.Pages;
import io.tenantry.token.scope.RequestedScopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What both endpoints for an administrator's consent do (token-service.md §1). */
@ApplicationScoped
class AdminConsentEndpoint {
    private final ClientAuthorities clients;
    private final Journeys journeys;
    private final AdminConsent consent;
    private final TokenErrors errors;

    AdminConsentEndpoint(ClientAuthorities clients, Journeys journeys, AdminConsent consent, TokenErrors errors) {
        this.clients = clients;
        this.journeys = journeys;
        this.consent = consent;
        this.errors = errors;
    }

    /** @param named scopes that the request names; empty for what the application registered */
    Response answer(TokenCall call, Optional<String> named, String path) {
        Parameters parameters = new Parameters(call);
        try {
            Authority authority = clients.authority(call.tenant());
            ClientApplication client = clients.find(authority, parameters);
            Optional<String> uri = parameters.value("redirect_uri");
            uri.ifPresent(given -> RedirectUris.platform(client, given)
                    .orElseThrow(() -> AuthorizeErrors.redirectUri(given, client.appId())));
            return lead(call, parameters, authority, client, named, path);
        } catch (TokenError error) {
            return Pages.error(error);
        }
    }

    private Response lead(
            TokenCall call,
            Parameters parameters,
            Authority authority,
            ClientApplication client,
            Optional<String> named,
            String path) {
        try {
            Journey journey = new Journey(
                    call,
                    parameters,
                    clients.tenant(authority),
                    client,
                    named.map(RequestedScopes::parse).orElse(RequestedScopes.NONE),
                    Set.of(),
                    parameters.value("login_hint").orElse(""),
                    parameters.again(path));
            Arrival arrival =
                    journeys.go(journey, (tenant, session, ticket) -> consent.ask(journey, tenant, session, ticket));
            return arrival instanceof Arrival.AtEnd end
                    ? Arrival.withCookie(done(parameters, end.tenant().id(), named), end.cookie())
                    : ((Arrival.AtPage) arrival).answer();
        } catch (TokenError error) {
            return refuse(parameters, error);
        } catch (Journeys.Refused refused) {
            return Arrival.withCookie(refuse(parameters, refused.error()), refused.cookie());
        }
    }

    private static Response done(Parameters parameters, String tenantId, Optional<String> named) {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("admin_consent", "True");
        answer.put("tenant", tenantId);
        named.ifPresent(scope -> answer.put("scope", scope));
        return send(parameters, answer)
                .orElseGet(() -> Pages.message("Consent granted", "You may now close this window."));
    }

    /** Who declines is sent back (token-service.md §11.11); anything else stays on a page. */
    private Response refuse(Parameters parameters, TokenError error) {
        if (error.number() != 65004) {
            return Pages.error(error);
        }
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("error", "consent_required");
        answer.put("error_description", errors.description(error));
        answer.put("admin_consent", "True");
        return send(parameters, answer).orElseGet(() -> Pages.error(error));
    }

    private static Optional<Response> send(Parameters parameters, Map<String, String> answer) {
        parameters.value("state").ifPresent(state -> answer.put("state", state));
        return parameters.value("redirect_uri").map(uri -> ResponseMode.QUERY.send(uri, answer));
    }
}
