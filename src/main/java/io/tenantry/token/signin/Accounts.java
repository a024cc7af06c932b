package io.tenantry.token.signin;

import io.tenantry.directory.user.ExternalUser;
import io.tenantry.directory.user.Passwords;
import io.tenantry.store.Entity;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import io.tenantry.token.http.GrantErrors;
import io.tenantry.token.http.SignInErrors;
import io.tenantry.token.http.TokenError;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Finds people by their user principal names, and checks their passwords. */
@ApplicationScoped
public class Accounts {
    private final Store store;
    private final Tenants tenants;
    private final Lockout lockout;

    Accounts(Store store, Tenants tenants, Lockout lockout) {
        this.store = store;
        this.tenants = tenants;
        this.lockout = lockout;
    }

    /** The tenant that has verified the domain of a name. */
    public Optional<Tenant> home(String name) {
        return tenants.byDomain(name.substring(name.lastIndexOf('@') + 1).strip());
    }

    /** A user by id in its home tenant. */
    public Optional<Account> find(String homeTenantId, String userId) {
        return tenants.byId(homeTenantId)
                .flatMap(home ->
                        store.read(home, session -> session.find("user", userId).map(user -> new Account(home, user))));
    }

    /** The name in a {@code login_hint}, which may be one that stood in a token. */
    public String hinted(String hint) {
        if (!hint.startsWith(Account.HINT) || hint.contains("@")) {
            return hint;
        }
        try {
            byte[] ids = Base64.getUrlDecoder().decode(hint.substring(Account.HINT.length()));
            String[] parts = new String(ids, StandardCharsets.UTF_8).split("/", 2);
            return parts.length < 2
                    ? hint
                    : find(parts[1], parts[0]).map(Account::name).orElse(hint);
        } catch (IllegalArgumentException notBase64) {
            return hint;
        }
    }

    /** Empty where the user is gone; whether the sign-in still counts is for the caller to ask. */
    public Optional<SignIn> resume(CarriedSignIn carried) {
        return find(carried.homeTenantId(), carried.userId()).map(account -> new SignIn(account, carried));
    }

    /**
     * A sign-in that was not revoked.
     *
     * @throws TokenError 50034 where the user is gone, 50173
     */
    public SignIn require(CarriedSignIn carried, Tenant tenant) {
        SignIn signIn = resume(carried).orElseThrow(() -> SignInErrors.noSuchUser(tenant));
        if (signIn.isRevoked()) {
            throw GrantErrors.revoked(carried.at());
        }
        return signIn;
    }

    /** Throws {@link TokenError} 50034, 50053, 50126, 50057 or 50055. */
    public Account authenticate(Tenant home, String name, String password) {
        Account account = identify(home, name, password);
        if (mustChangePassword(account.user())) {
            throw SignInErrors.passwordExpired();
        }
        return account;
    }

    /** Likewise, also where the password has to be changed before anything else. */
    public Account identify(Tenant home, String name, String password) {
        Account account = store.read(home, session -> session.findBy("user", "userPrincipalName", name.strip()))
                .filter(user -> !ExternalUser.isExternal(user))
                .map(user -> new Account(home, user))
                .orElseThrow(() -> SignInErrors.noSuchUser(home));
        lockout.requireOpen(account);
        if (!Passwords.isOf(account.user(), password)) {
            lockout.failed(account);
            throw SignInErrors.wrongPassword();
        }
        lockout.succeeded(account);
        requireEnabled(account.user());
        return account;
    }

    /** Throws {@link TokenError} 50057. */
    public static void requireEnabled(Entity user) {
        if (!user.flag("accountEnabled")) {
            throw SignInErrors.disabled();
        }
    }

    public static boolean mustChangePassword(Entity user) {
        return user.properties()
                .path("passwordProfile")
                .path("forceChangePasswordNextSignIn")
                .asBoolean();
    }
}
