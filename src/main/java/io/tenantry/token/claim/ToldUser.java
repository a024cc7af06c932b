package io.tenantry.token.claim;

import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.token.signin.LocalUsers;
import io.tenantry.token.signin.SignIn;
import java.time.Instant;

/**
 * The user that a token tells of.
 *
 * @param user who the account is in the tenant of the session
 * @param graph where Graph is for the client
 */
public record ToldUser(Session session, SignIn signIn, Entity user, String graph, Instant now) {
    boolean isGuest() {
        return "Guest".equals(user.text("userType"));
    }

    /** Whether another tenant says who it is. */
    boolean isFromElsewhere() {
        return !LocalUsers.isAtHome(session, signIn.account());
    }
}
