package io.tenantry.token.user;

import io.tenantry.directory.application.AppRoleAssignments;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Tenant;
import io.tenantry.token.authority.Cloud;
import io.tenantry.token.claim.ApplicationClaims;
import io.tenantry.token.claim.DirectoryRoleClaims;
import io.tenantry.token.claim.TokenForm;
import io.tenantry.token.claim.TokenForm.Kind;
import io.tenantry.token.claim.ToldUser;
import io.tenantry.token.client.ClientApplication;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenError;
import io.tenantry.token.issue.AccessTokens;
import io.tenantry.token.issue.Audience;
import io.tenantry.token.issue.Home;
import io.tenantry.token.issue.IdTokens;
import io.tenantry.token.issue.RefreshTokens;
import io.tenantry.token.issue.RefreshTokens.RefreshToken;
import io.tenantry.token.issue.UserToken;
import io.tenantry.token.scope.Grantable;
import io.tenantry.token.scope.Grantable.Granted;
import io.tenantry.token.scope.Oidc;
import io.tenantry.token.scope.RequestedScopes;
import io.tenantry.token.scope.Resource;
import io.tenantry.token.signin.Account;
import io.tenantry.token.signin.LocalUsers;
import io.tenantry.token.signin.SignIn;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes the tokens of a user: for a resource, to renew the sign-in, and for the client itself. */
@ApplicationScoped
public class UserTokens {
    private final Grantable grantable;
    private final ApplicationClaims claims;
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final IdTokens idTokens;

    UserTokens(
            Grantable grantable,
            ApplicationClaims claims,
            AccessTokens accessTokens,
            RefreshTokens refreshTokens,
            IdTokens idTokens) {
        this.grantable = grantable;
        this.claims = claims;
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.idTokens = idTokens;
    }

    /**
     * What tokens are asked for.
     *
     * @param user who the account is in the tenant of the session
     * @param capabilities of the client, {@code CP1} for one that takes claims challenges
     * @param inFragment whether they go to the client in the fragment of a URL
     */
    public record Wanted(
            TokenCall call,
            ClientProof proof,
            SignIn signIn,
            Entity user,
            RequestedScopes scopes,
            List<String> capabilities,
            boolean inFragment,
            Instant now) {}

    /** What may be issued; throws {@link TokenError} 28000, 500011, 500014, 50105, 70011 or 65001. */
    public Granted granted(Session session, Wanted wanted) {
        return grantable.require(session, wanted.call.host(), wanted.proof.client(), wanted.user, wanted.scopes);
    }

    public String accessToken(Session session, Wanted wanted, Granted granted) {
        Tenant tenant = session.tenant();
        Resource resource = granted.resource();
        UserToken token = new UserToken(
                Audience.of(resource, tenant, wanted.call.baseUrl()),
                wanted.proof.acting(),
                person(session, wanted),
                withoutOidc(granted.names()),
                resource.isGraph() ? Set.of() : roles(session, wanted.user, resource.principal()),
                resource.hears(wanted.capabilities),
                claims.of(
                        resource.application(),
                        resource.principal(),
                        told(session, wanted),
                        TokenForm.accessToken(resource.takesV2(), wanted.inFragment)));
        return accessTokens.issue(token, tenant, wanted.now);
    }

    /** Those are no permissions; Graph's tokens name them where they name what signing in brings along. */
    private static Set<String> withoutOidc(Set<String> names) {
        Set<String> permissions = new LinkedHashSet<>(names);
        permissions.removeAll(Oidc.SCOPES);
        return permissions;
    }

    private static UserToken.Person person(Session session, Wanted wanted) {
        return UserToken.Person.of(
                wanted.user, DirectoryRoleClaims.heldBy(session, wanted.user), home(session, wanted));
    }

    /** Null for who is at home here. */
    private static Home home(Session session, Wanted wanted) {
        Account account = wanted.signIn.account();
        return LocalUsers.isAtHome(session, account)
                ? null
                : new Home(
                        Cloud.of(account.home()).tokenIssuer(account.home().id()),
                        account.name(),
                        account.user().text("mail"));
    }

    /** Names of the app roles of an application that a user has. */
    private static Set<String> roles(Session session, Entity user, Entity principal) {
        if (principal == null || principal.array("appRoles").isEmpty()) {
            return Set.of();
        }
        Set<String> ids = AppRoleAssignments.heldBy(session, user, principal);
        Set<String> names = new LinkedHashSet<>();
        principal.array("appRoles").forEach(role -> {
            if (ids.contains(role.path("id").asText()) && role.path("isEnabled").asBoolean(true)) {
                names.add(role.path("value").asText());
            }
        });
        return names;
    }

    public String refreshToken(Session session, Wanted wanted) {
        return refreshTokens.text(new RefreshToken(
                session.tenant().id(),
                wanted.signIn.carried(),
                wanted.proof.client().appId(),
                wanted.scopes.text(),
                wanted.proof.platform(),
                wanted.now));
    }

    private static ToldUser told(Session session, Wanted wanted) {
        String graph = Cloud.of(session.tenant()).graph(wanted.call);
        return new ToldUser(session, wanted.signIn, wanted.user, graph, wanted.now);
    }

    /**
     * What an id token of the client is about.
     *
     * @param v2 whether it has v2.0 form
     */
    public IdTokens.Subject subject(Session session, Wanted wanted, IdTokens.Wish wish, boolean v2) {
        ClientApplication client = wanted.proof.client();
        return new IdTokens.Subject(
                client.appId(),
                wanted.user,
                wanted.scopes,
                wish,
                wanted.signIn.at(),
                roles(session, wanted.user, client.principal()),
                home(session, wanted),
                claims.of(
                        client.application(),
                        client.principal(),
                        told(session, wanted),
                        new TokenForm(
                                Kind.ID_TOKEN,
                                v2,
                                wanted.scopes.asks(Oidc.PROFILE),
                                v2 && wanted.scopes.asks(Oidc.EMAIL),
                                wanted.inFragment)));
    }

    public IdTokens idTokens() {
        return idTokens;
    }
}
