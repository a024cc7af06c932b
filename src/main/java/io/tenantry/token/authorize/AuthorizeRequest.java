package io.tenantry.token.authorize;

import io.tenantry.token.authority.GraphAudience;
import io.tenantry.token.client.ClientApplication;
import io.tenantry.token.client.ClientApplication.Platform;
import io.tenantry.token.code.AuthorizationCodes;
import io.tenantry.token.code.CodeVerifier;
import io.tenantry.token.grant.TokenVersion;
import io.tenantry.token.http.AuthorizeErrors;
import io.tenantry.token.http.TokenError;
import io.tenantry.token.issue.IdTokens;
import io.tenantry.token.scope.Oidc;
import io.tenantry.token.scope.RequestedScopes;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a client asks the authorize endpoint for, checked (token-service.md §6).
 *
 * @param types {@code code}, {@code id_token}, {@code token}; none for {@code none}
 */
record AuthorizeRequest(
        ClientApplication client,
        Return back,
        Set<String> types,
        RequestedScopes scopes,
        Set<Prompt> prompts,
        Pkce pkce,
        IdTokens.Wish wish) {

    /** Where the answer goes: known before anything else is looked at, so that errors find their way. */
    record Return(String uri, Platform platform, ResponseMode mode, String state) {
        Response send(Map<String, String> answer) {
            Map<String, String> all = new LinkedHashMap<>(answer);
            if (state != null) {
                all.put("state", state);
            }
            return mode.send(uri, all);
        }

        Response send(TokenError error, String description) {
            Map<String, String> answer = new LinkedHashMap<>();
            answer.put("error", error.error());
            answer.put("error_description", description);
            error.page().ifPresent(uri -> answer.put("error_uri", uri));
            return send(answer);
        }
    }

    /** @param challenge null for none */
    record Pkce(String challenge, String method) {
        private static final int SHORTEST = 43;
        private static final int LONGEST = 128;

        static Pkce of(Parameters parameters) {
            Optional<String> challenge = parameters.value("code_challenge");
            String method = parameters.value("code_challenge_method").orElse(CodeVerifier.PLAIN);
            if (challenge.isEmpty()) {
                return new Pkce(null, null);
            }
            if (!Set.of(CodeVerifier.S256, CodeVerifier.PLAIN).contains(method)) {
                throw AuthorizeErrors.challengeMethod(method);
            }
            int length = challenge.get().length();
            if (length < SHORTEST || length > LONGEST) {
                throw AuthorizeErrors.challengeSize();
            }
            return new Pkce(challenge.get(), method);
        }
    }

    private static final Set<Set<String>> TYPES = Set.of(
            Set.of("none"),
            Set.of("code"),
            Set.of("id_token"),
            Set.of("token"),
            Set.of("code", "id_token"),
            Set.of("code", "token"),
            Set.of("id_token", "token"),
            Set.of("code", "id_token", "token"));

    /** Throws {@link TokenError} 900971 or 50011: nobody is sent to an address that is not registered. */
    static Return back(ClientApplication client, Parameters parameters) {
        String uri = parameters
                .value("redirect_uri")
                .or(() -> client.redirectUris().keySet().stream().findFirst())
                .orElseThrow(AuthorizeErrors::noRedirectUri);
        Platform platform =
                RedirectUris.platform(client, uri).orElseThrow(() -> AuthorizeErrors.redirectUri(uri, client.appId()));
        ResponseMode usual = usual(types(parameters));
        ResponseMode mode =
                parameters.value("response_mode").flatMap(ResponseMode::of).orElse(usual);
        return new Return(
                uri,
                platform,
                mode == ResponseMode.QUERY ? usual : mode,
                parameters.value("state").orElse(null));
    }

    /** A token in a query would stand in logs. */
    private static ResponseMode usual(Set<String> types) {
        return types.contains("id_token") || types.contains("token") ? ResponseMode.FRAGMENT : ResponseMode.QUERY;
    }

    private static Set<String> types(Parameters parameters) {
        String text = parameters.value("response_type").orElse("");
        return new TreeSet<>(List.of(text.strip().split("\\s+")));
    }

    /** Throws {@link TokenError}: what is wrong is told to the client. */
    static AuthorizeRequest of(ClientApplication client, Return back, Parameters parameters, TokenVersion version) {
        Set<String> types = checkedTypes(client, parameters);
        RequestedScopes scopes = scopes(parameters, version);
        Optional<String> nonce = parameters.value("nonce");
        if (types.contains("id_token")) {
            if (!scopes.asks(Oidc.OPENID)) {
                throw AuthorizeErrors.idTokenNeedsOpenId();
            }
            if (nonce.isEmpty()) {
                throw TokenError.missing("nonce");
            }
        }
        var wish = new IdTokens.Wish(
                nonce.orElse(null), parameters.value("max_age").isPresent());
        Set<Prompt> prompts = parameters
                .value("prompt")
                .map(text -> Prompt.parse(text, version))
                .orElse(EnumSet.noneOf(Prompt.class));
        return new AuthorizeRequest(client, back, types, scopes, prompts, Pkce.of(parameters), wish);
    }

    private static RequestedScopes scopes(Parameters parameters, TokenVersion version) {
        Optional<String> resource = parameters.value("resource");
        if (version == TokenVersion.V1) {
            return RequestedScopes.everythingAt(resource.orElse(GraphAudience.DIRECTORY_GRAPH));
        }
        if (resource.isPresent()) {
            throw TokenError.resourceParameter();
        }
        return RequestedScopes.parse(parameters.value("scope").orElseThrow(() -> TokenError.missing("scope")));
    }

    private static Set<String> checkedTypes(ClientApplication client, Parameters parameters) {
        String text = parameters.value("response_type").orElseThrow(() -> TokenError.missing("response_type"));
        Set<String> types = types(parameters);
        if (!TYPES.contains(types)) {
            throw AuthorizeErrors.unknownResponseType(text);
        }
        if (types.contains("id_token") && !client.issuesIdTokensAtAuthorize()) {
            throw AuthorizeErrors.idTokenNotEnabled(client.appId());
        }
        if (types.contains("token") && !client.issuesAccessTokensAtAuthorize()) {
            throw AuthorizeErrors.tokenNotEnabled(client.appId());
        }
        Optional<String> mode = parameters.value("response_mode");
        boolean front = types.contains("id_token") || types.contains("token");
        if (mode.isPresent()
                && (ResponseMode.of(mode.get()).isEmpty()
                        || front && ResponseMode.of(mode.get()).get() == ResponseMode.QUERY)) {
            throw AuthorizeErrors.responseMode(mode.get());
        }
        return types;
    }

    AuthorizationCodes.Request forCode() {
        return new AuthorizationCodes.Request(
                client.appId(),
                back.uri(),
                back.platform(),
                scopes.text(),
                pkce.challenge(),
                pkce.method(),
                wish.nonce(),
                wish.signInTime());
    }
}
