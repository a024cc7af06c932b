package io.tenantry.token.signin;

import io.tenantry.format.Ids;
import java.time.Instant;

/**
 * That somebody signed in.
 *
 * @param carried the same as codes, tokens and sessions carry it
 */
public record SignIn(Account account, CarriedSignIn carried) {
    /** @param since in virtual time */
    public static SignIn begun(Account account, Instant since) {
        return new SignIn(
                account,
                new CarriedSignIn(
                        account.home().id(),
                        account.user().id(),
                        Ids.random(),
                        since,
                        account.generation(),
                        account.passwordMark()));
    }

    public Instant at() {
        return carried.at();
    }

    /** Whether the user's sign-ins were revoked since. */
    public boolean isRevoked() {
        return !carried.generation().equals(account.generation());
    }

    /** Whether the user has another password since. */
    public boolean isBeforeThePassword() {
        return !carried.passwordMark().equals(account.passwordMark());
    }
}
