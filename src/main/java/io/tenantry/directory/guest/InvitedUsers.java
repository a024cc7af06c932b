package io.tenantry.directory.guest;

import io.tenantry.directory.lifecycle.DirectoryObjects;
import io.tenantry.directory.object.HiddenProperties;
import io.tenantry.directory.object.MailAddresses;
import io.tenantry.directory.object.Uniqueness;
import io.tenantry.directory.user.ExternalUser;
import io.tenantry.directory.user.SignedInUsers;
import io.tenantry.directory.user.UserDefaults;
import io.tenantry.error.GraphError;
import io.tenantry.family.GraphCall;
import io.tenantry.format.Ids;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Users that invitations find or make (directory.md §5, §6). */
public final class InvitedUsers {
    static final String PENDING = "PendingAcceptance";
    public static final String ACCEPTED = "Accepted";

    private InvitedUsers() {}

    /** The user whose address this is already: an external one is invited again, an internal one stands in the way. */
    static Optional<Entity> holding(Session session, String address) {
        List<Entity> holders = Stream.of(
                        session.holding("proxyAddresses", MailAddresses.proxy(address)),
                        session.allBy("user", "mail", address),
                        session.allBy("user", "userPrincipalName", address),
                        session.holding("otherMails", address).stream()
                                .filter(ExternalUser::isExternal)
                                .toList())
                .flatMap(List::stream)
                .filter(object -> object.type().equals("user"))
                .toList();
        return holders.stream()
                .filter(user -> !ExternalUser.isExternal(user))
                .findFirst()
                .or(() -> holders.stream().findFirst());
    }

    /** Who invited a user, as far as it is known and still there. */
    static List<Entity> inviter(Session session, Entity user) {
        return Optional.ofNullable(user.text(HiddenProperties.INVITER))
                .flatMap(id -> session.findObject(id, false))
                .map(List::of)
                .orElse(List.of());
    }

    /** A new external user, pending. */
    static Entity create(GraphCall call, String address, String displayName, String userType) {
        Session session = call.session();
        Instant now = call.now();
        String name = ExternalUser.userPrincipalName(address, session.tenant().initialDomain());
        Entity user = Entity.of("user", Ids.random())
                .set("accountEnabled", true)
                .set("creationType", "Invitation")
                .set("displayName", displayName)
                .set("mailNickname", ExternalUser.localPart(address))
                .set("userPrincipalName", name)
                .set("userType", userType)
                .set("showInAddressList", false)
                .set("otherMails", List.of(address));
        SignedInUsers.stored(call)
                .map(Entity::id)
                .or(() -> Optional.ofNullable(call.caller().servicePrincipalId()))
                .ifPresent(inviter -> user.set(HiddenProperties.INVITER, inviter));
        UserDefaults.complete(user, now);
        MailAddresses.setMail(user, address);
        setPending(session, user, now);
        Uniqueness.requireFreeName(session, name, user.id());
        Uniqueness.requireFreeAddresses(session, user);
        Uniqueness.guarded(() -> DirectoryObjects.create(call, user));
        return user;
    }

    /** An internal user signs in with its home account from now on; id, name and memberships stay. */
    static void becomeExternal(GraphCall call, Entity user, String address) {
        if (!address.equalsIgnoreCase(user.text("mail")) && !otherMail(user, address)) {
            throw GraphError.malformed("The invited email address must be one of the user's mail addresses.");
        }
        user.set("creationType", "Invitation");
        if (!otherMail(user, address)) {
            user.array("otherMails").add(address);
        }
        setPending(call.session(), user, call.now());
        DirectoryObjects.update(call, user);
    }

    /** The user has to redeem anew, perhaps with another of its addresses; everything else stays. */
    static void reset(GraphCall call, Entity user, String address) {
        boolean own = address.equalsIgnoreCase(user.text("mail")) || otherMail(user, address);
        if (!own) {
            // field-findings.md §3, apostrophes as the service writes them
            throw GraphError.malformed(
                    "The email you\u2019re using to invite this user doesn\u2019t match any emails on the user object."
                            + " Please add this email to the user object and try again.");
        }
        user.properties().remove(HiddenProperties.BINDING);
        setPending(call.session(), user, call.now());
        DirectoryObjects.update(call, user);
    }

    private static void setPending(Session session, Entity user, Instant now) {
        user.set("externalUserState", PENDING);
        user.set("externalUserStateChangeDateTime", now.truncatedTo(ChronoUnit.SECONDS));
        ExternalUser.setIdentities(user, session.tenant().initialDomain(), false);
    }

    private static boolean otherMail(Entity user, String address) {
        return user.texts("otherMails").stream().anyMatch(address::equalsIgnoreCase);
    }
}
