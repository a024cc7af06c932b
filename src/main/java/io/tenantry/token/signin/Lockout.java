package io.tenantry.token.signin;

import io.tenantry.token.http.SignInErrors;
import io.tenantry.token.http.TokenError;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Locks an account for a minute of virtual time after ten wrong passwords in a row, as the service does by default. This server alone knows
 * of it, and of the accounts that failed last.
 */
@Singleton
class Lockout {
    private static final int THRESHOLD = 10;
    private static final Duration LOCKED = Duration.ofSeconds(60);
    private static final int MOST = 10_000;

    private record Failures(int count, Instant last) {}

    private final InstantSource clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>();

    Lockout(InstantSource clock) {
        this.clock = clock;
    }

    /** Throws {@link TokenError} 50053 while the account is locked. */
    synchronized void requireOpen(Account account) {
        Failures known = failures.get(key(account));
        if (known != null && known.count >= THRESHOLD) {
            if (isOver(known)) {
                failures.remove(key(account));
            } else {
                throw SignInErrors.locked();
            }
        }
    }

    /** Time that was set back ends a lock too. */
    private boolean isOver(Failures known) {
        Instant now = clock.instant();
        return now.isBefore(known.last) || !now.isBefore(known.last.plus(LOCKED));
    }

    synchronized void failed(Account account) {
        Failures before = failures.remove(key(account));
        failures.put(key(account), new Failures(before == null ? 1 : before.count + 1, clock.instant()));
        if (failures.size() > MOST) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    synchronized void succeeded(Account account) {
        failures.remove(key(account));
    }

    /** A password that is set anew opens the account. */
    private static String key(Account account) {
        return account.home().id() + "/" + account.user().id() + "/" + account.passwordMark();
    }
}
