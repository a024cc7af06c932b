package io.tenantry.token.grant;

import io.tenantry.store.Session;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.issue.IdTokens;
import io.tenantry.token.scope.Grantable.Granted;
import io.tenantry.token.scope.Oidc;
import io.tenantry.token.scope.RequestedScopes;
import io.tenantry.token.signin.LocalUsers;
import io.tenantry.token.signin.SignIn;
import io.tenantry.token.user.ClientProof;
import io.tenantry.token.user.UserTokens;
import io.tenantry.token.user.UserTokens.Wanted;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The answer of the token endpoints for a user, however it signed in (token-service.md §3.1). */
@ApplicationScoped
class UserGrants {
    private final UserTokens tokens;
    private final LocalUsers users;

    UserGrants(UserTokens tokens, LocalUsers users) {
        this.tokens = tokens;
        this.users = users;
    }

    /** For who signed in, through a client that proved what it has to. */
    IssuedToken issue(
            Session session,
            TokenRequest request,
            ClientProof proof,
            SignIn signIn,
            RequestedScopes scopes,
            Instant now) {
        return issue(session, request, proof, signIn, scopes, now, IdTokens.Wish.NOTHING);
    }

    /** @param wish what the request to authorize wanted in the id token */
    IssuedToken issue(
            Session session,
            TokenRequest request,
            ClientProof proof,
            SignIn signIn,
            RequestedScopes scopes,
            Instant now,
            IdTokens.Wish wish) {
        TokenCall call = request.call();
        Wanted wanted = new Wanted(
                call,
                proof,
                signIn,
                users.find(session, signIn.account(), proof.client()),
                scopes,
                RequestedCapabilities.of(call),
                false,
                now);
        Granted granted = tokens.granted(session, wanted);
        return new IssuedToken(
                tokens.accessToken(session, wanted, granted),
                granted.resource().audience(),
                wanted.now(),
                Optional.of(new IssuedToken.ForUser(
                        granted.scope(),
                        shortScope(granted.names()),
                        scopes.asks(Oidc.OFFLINE_ACCESS) ? tokens.refreshToken(session, wanted) : null,
                        scopes.asks(Oidc.OPENID) ? idToken(session, request.version(), wanted, wish) : null,
                        clientInfo(wanted))));
    }

    private static String shortScope(Set<String> names) {
        return names.stream().filter(name -> !Oidc.SCOPES.contains(name)).collect(Collectors.joining(" "));
    }

    private String idToken(Session session, TokenVersion version, Wanted wanted, IdTokens.Wish wish) {
        var subject = tokens.subject(session, wanted, wish, version == TokenVersion.V2);
        return switch (version) {
            case V1 -> tokens.idTokens().issueV1(subject, session.tenant(), wanted.now());
            case V2 ->
                tokens.idTokens()
                        .issueV2(subject, session.tenant(), wanted.call().baseUrl(), wanted.now(), null, null);
        };
    }

    private static String clientInfo(Wanted wanted) {
        return wanted.call().field("client_info").filter("1"::equals).isPresent()
                ? wanted.signIn().account().clientInfo()
                : null;
    }

    /**
     * The scopes that a request for a user asks for; empty where it leaves that to the grant that it presents. Throws
     * {@link io.tenantry.token.http.TokenError} 901002 or 70011.
     */
    static Optional<RequestedScopes> asked(TokenCall call, TokenVersion version) {
        return switch (version) {
            case V1 -> call.field("resource").map(RequestedScopes::everythingAt);
            case V2 -> {
                call.refuseResource();
                yield call.field("scope").map(RequestedScopes::parse);
            }
        };
    }
}
