package io.tenantry.token.user;

import io.tenantry.directory.application.AppRoleAssignments;
import io.tenantry.directory.role.DirectoryRoleTemplates;
import io.tenantry.directory.role.Roles;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.store.Tenant;
import io.tenantry.token.authority.Cloud;
import io.tenantry.token.client.ClientApplication;
import io.tenantry.token.http.TokenCall;
import io.tenantry.token.http.TokenError;
import io.tenantry.token.issue.AccessTokens;
import io.tenantry.token.issue.Audience;
import io.tenantry.token.issue.IdTokens;
import io.tenantry.token.issue.RefreshTokens;
import io.tenantry.token.issue.RefreshTokens.RefreshToken;
import io.tenantry.token.issue.UserToken;
import io.tenantry.token.scope.Grantable;
import io.tenantry.token.scope.Grantable.Granted;
import io.tenantry.token.scope.Oidc;
import io.tenantry.token.scope.RequestedScopes;
import io.tenantry.token.scope.Resource;
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
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final IdTokens idTokens;

    UserTokens(Grantable grantable, AccessTokens accessTokens, RefreshTokens refreshTokens, IdTokens idTokens) {
        this.grantable = grantable;
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.idTokens = idTokens;
    }

    /**
     * What tokens are asked for.
     *
     * @param user who the account is in the tenant of the session
     * @param capabilities of the client, {@code CP1} for one that takes claims challenges
     */
    public record Wanted(
            TokenCall call,
            ClientProof proof,
            SignIn signIn,
            Entity user,
            RequestedScopes scopes,
            List<String> capabilities,
            Instant now) {}

    /** What may be issued; throws {@link TokenError} 28000, 500011, 70011 or 65001. */
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
                wanted.capabilities);
        return accessTokens.issue(token, tenant, wanted.now);
    }

    /** Those are no permissions; Graph's tokens name them where they name what signing in brings along. */
    private static Set<String> withoutOidc(Set<String> names) {
        Set<String> permissions = new LinkedHashSet<>(names);
        permissions.removeAll(Oidc.SCOPES);
        return permissions;
    }

    private static UserToken.Person person(Session session, Wanted wanted) {
        Set<String> roles = new LinkedHashSet<>(Roles.heldBy(session, wanted.user.id()));
        if ("Guest".equals(wanted.user.text("userType"))) {
            roles.add(DirectoryRoleTemplates.GUEST_USER);
        }
        return UserToken.Person.of(wanted.user, roles, homeIssuer(session, wanted));
    }

    private static String homeIssuer(Session session, Wanted wanted) {
        Tenant home = wanted.signIn.account().home();
        return LocalUsers.isAtHome(session, wanted.signIn.account())
                ? null
                : Cloud.of(home).tokenIssuer(home.id());
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

    /** What an id token of the client is about. */
    public IdTokens.Subject subject(Session session, Wanted wanted, IdTokens.Wish wish) {
        ClientApplication client = wanted.proof.client();
        return new IdTokens.Subject(
                client.appId(),
                wanted.user,
                wanted.scopes,
                wish,
                wanted.signIn.at(),
                roles(session, wanted.user, client.principal()),
                homeIssuer(session, wanted));
    }

    public IdTokens idTokens() {
        return idTokens;
    }
}
