package io.tenantry.token.authorize;

import io.tenantry.token.authority.Authority;
import io.tenantry.token.client.ClientApplication;
import io.tenantry.token.grant.TokenVersion;
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
    private static final String EVERYTHING = "https://graph.microsoft.com/.default";

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

    /** At v1 for what the application registered, at v2 for scopes that the request names. */
    Response answer(TokenCall call, TokenVersion version, String path) {
        Parameters parameters = new Parameters(call);
        try {
            Authority authority = clients.authority(call.tenant());
            ClientApplication client = clients.find(authority, parameters);
            Optional<String> uri = parameters.value("redirect_uri");
            uri.ifPresent(given -> RedirectUris.platform(client, given)
                    .orElseThrow(() -> AuthorizeErrors.redirectUri(given, client.appId())));
            return lead(call, parameters, authority, client, version, path);
        } catch (TokenError error) {
            return Pages.error(error);
        }
    }

    private Response lead(
            TokenCall call,
            Parameters parameters,
            Authority authority,
            ClientApplication client,
            TokenVersion version,
            String path) {
        try {
            Journey journey = new Journey(
                    call,
                    parameters,
                    clients.tenant(authority),
                    client,
                    version == TokenVersion.V1 ? RequestedScopes.NONE : RequestedScopes.parse(scope(parameters)),
                    Set.of(),
                    parameters.value("login_hint").orElse(""),
                    parameters.again(path));
            Arrival arrival =
                    journeys.go(journey, (tenant, session, ticket) -> consent.ask(journey, tenant, session, ticket));
            return arrival instanceof Arrival.AtEnd end
                    ? end.cookie().on(done(parameters, end.tenant().id(), version))
                    : ((Arrival.AtPage) arrival).answer();
        } catch (TokenError error) {
            return refuse(parameters, error);
        } catch (Journeys.Refused refused) {
            return refused.cookie().on(refuse(parameters, refused.error()));
        }
    }

    private static String scope(Parameters parameters) {
        return parameters.value("scope").orElse(EVERYTHING);
    }

    private static Response done(Parameters parameters, String tenantId, TokenVersion version) {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("admin_consent", "True");
        answer.put("tenant", tenantId);
        if (version == TokenVersion.V2) {
            answer.put("scope", scope(parameters));
        }
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
