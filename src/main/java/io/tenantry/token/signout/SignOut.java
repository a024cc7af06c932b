package io.tenantry.token.signout;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tenantry.format.Json;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import io.tenantry.token.authorize.Parameters;
import io.tenantry.token.authorize.RedirectUris;
import io.tenantry.token.client.ClientApplications;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenError;
import io.tenantry.token.page.Pages;
import io.tenantry.token.session.BrowserSession;
import io.tenantry.token.session.BrowserSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the sign-out endpoints do: sessions end, and the browser goes back to an address that a client registered (v2-protocols-oidc). */
@ApplicationScoped
class SignOut {
    private final BrowserSessions sessions;
    private final ClientApplications applications;
    private final Store store;
    private final Tenants tenants;

    SignOut(BrowserSessions sessions, ClientApplications applications, Store store, Tenants tenants) {
        this.sessions = sessions;
        this.applications = applications;
        this.store = store;
        this.tenants = tenants;
    }

    Response answer(TokenCall call) {
        Parameters parameters = new Parameters(call);
        List<BrowserSession> present = sessions.of(call);
        Optional<String> hint = parameters.value("logout_hint");
        List<BrowserSession> ending = present.stream()
                .filter(session -> hint.isEmpty() || session.isOf(hint.get()))
                .toList();
        ending.forEach(sessions::end);
        List<BrowserSession> left =
                present.stream().filter(session -> !ending.contains(session)).toList();
        Set<String> clients = clients(parameters, ending);
        Response answer = parameters
                .value("post_logout_redirect_uri")
                .filter(uri -> clients.stream().anyMatch(client -> isRegistered(client, uri)))
                .map(RedirectUris::withPath)
                .map(uri -> parameters
                        .value("state")
                        .map(state -> withState(uri, state))
                        .orElse(uri))
                .map(RedirectUris::redirect)
                .orElseGet(() -> Pages.message(
                        "You signed out of your account", "It's a good idea to close all browser windows."));
        return Response.fromResponse(answer)
                .header("Set-Cookie", sessions.cookie(left, call))
                .build();
    }

    /** The client that asks, and those that the user was signed in to. */
    private static Set<String> clients(Parameters parameters, List<BrowserSession> ending) {
        Set<String> clients = new LinkedHashSet<>();
        parameters.value("client_id").ifPresent(clients::add);
        parameters.value("id_token_hint").flatMap(SignOut::audience).ifPresent(clients::add);
        ending.forEach(session -> clients.addAll(session.clients()));
        return clients;
    }

    /** Of an id token, which need not be good any more: it only says whose addresses to look at. */
    private static Optional<String> audience(String idToken) {
        String[] parts = idToken.split("\\.");
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
                    .map(SignOut::read);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no token
        }
    }

    private static String read(String claims) {
        try {
            return Json.MAPPER.readTree(claims).path("aud").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private boolean isRegistered(String clientId, String uri) {
        for (Tenant tenant : tenants.all()) {
            try {
                boolean registered = store.read(
                        tenant, session -> RedirectUris.platform(applications.offered(session, clientId), uri)
                                .isPresent());
                if (registered) {
                    return true;
                }
            } catch (TokenError unknown) {
                continue; // not an application of this tenant
            }
        }
        return false;
    }

    private static String withState(String uri, String state) {
        return uri + (uri.indexOf('?') < 0 ? "?" : "&") + "state=" + URLEncoder.encode(state, StandardCharsets.UTF_8);
    }
}
