package io.tenantry.token.signin;

import io.tenantry.directory.guest.Guests;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import io.tenantry.token.authority.Cloud;
import io.tenantry.token.client.Assigned;
import io.tenantry.token.client.ClientApplication;
import io.tenantry.token.http.SignInErrors;
import io.tenantry.token.http.TokenError;
import jakarta.enterprise.context.ApplicationScoped;

/** Who an account is in the tenant that is signed in to, and whether it may use a client there (conditional-access.md §7). */
@ApplicationScoped
public class LocalUsers {
    private final Guests guests;

    LocalUsers(Guests guests) {
        this.guests = guests;
    }

    /** Throws {@link TokenError} 50034, 500212, 500213, 90072, 50057, 50014 or 50105. */
    public Entity find(Session session, Account account, ClientApplication client) {
        Entity user = present(session, account, client);
        if (Guests.isPending(user)) {
            throw SignInErrors.invitationNotRedeemed();
        }
        Assigned.require(session, user, client.principal());
        return user;
    }

    /** Likewise, also one that has not yet taken its invitation up. */
    public Entity present(Session session, Account account, ClientApplication client) {
        Entity user = isAtHome(session, account)
                ? session.find("user", account.user().id()).orElseThrow(() -> SignInErrors.noSuchUser(session.tenant()))
                : guest(session, account, client);
        Accounts.requireEnabled(user);
        return user;
    }

    private Entity guest(Session session, Account account, ClientApplication client) {
        switch (guests.access(session, account.home(), account.user(), client.appId())) {
            case CLOSED_OUTBOUND -> throw SignInErrors.closedOutbound();
            case CLOSED_INBOUND -> throw SignInErrors.closedInbound();
            case OPEN -> {}
        }
        return guests.find(session, account.home(), account.user())
                .orElseThrow(() -> SignInErrors.notInTenant(
                        session.tenant(),
                        Cloud.of(account.home()).tokenIssuer(account.home().id()),
                        client.appId(),
                        client.displayName()));
    }

    public static boolean isAtHome(Session session, Account account) {
        return account.home().key() == session.tenant().key();
    }
}
