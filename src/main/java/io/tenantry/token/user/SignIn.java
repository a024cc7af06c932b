package io.tenantry.token.user;

import io.tenantry.token.issue.RefreshTokens.RefreshToken;
import io.tenantry.token.signin.Account;
import java.time.Instant;

/**
 * That somebody signed in.
 *
 * @param generation which revocation of the user's sign-ins was the last then
 * @param passwordMark tells the password that was used from later ones
 */
public record SignIn(Account account, Instant at, String generation, String passwordMark) {
    public static SignIn now(Account account, Instant now) {
        return new SignIn(account, now, account.generation(), account.passwordMark());
    }

    /** The sign-in that a refresh token goes back to. */
    public static SignIn of(Account account, RefreshToken token) {
        return new SignIn(account, token.signedIn(), token.generation(), token.passwordMark());
    }
}
