package io.tenantry.directory.user;

import io.tenantry.directory.lifecycle.DirectoryObjects;
import io.tenantry.error.GraphError;
import io.tenantry.family.Caller;
import io.tenantry.family.GraphCall;
import io.tenantry.store.Entity;
import java.util.Optional;

/**
 * The user of a delegated token in the directory. A token may stand for a member that was made up for it: it can be read, and enters the
 * directory as soon as something is to refer to it; unless somebody else has its name by now.
 */
public final class SignedInUsers {
    private SignedInUsers() {}

    /** The caller itself, by id or name, where it is not stored. */
    static Optional<Entity> madeUp(GraphCall call, String key) {
        return call.caller()
                .user()
                .filter(user ->
                        user.id().equals(key) || user.userPrincipalName().equalsIgnoreCase(key))
                .filter(user -> call.session().findObject(user.id(), true).isEmpty())
                .map(user -> madeUp(call, user));
    }

    /** The caller as a stored user, for a call that writes; empty for an application, and for who cannot be stored. */
    public static Optional<Entity> stored(GraphCall call) {
        return call.caller().user().flatMap(user -> Users.find(call, user.id())).flatMap(user -> kept(call, user));
    }

    /** Stores a user that {@link Users#find} gave where it is made up; E1 where somebody else has its name by now. */
    static Entity store(GraphCall call, Entity user) {
        return kept(call, user).orElseThrow(() -> GraphError.notFound(user.id()));
    }

    private static Optional<Entity> kept(GraphCall call, Entity user) {
        if (call.session().find("user", user.id()).isPresent()) {
            return Optional.of(user);
        }
        if (!isNameFree(call, user)) {
            return Optional.empty();
        }
        DirectoryObjects.create(call.session(), user);
        return Optional.of(user);
    }

    private static boolean isNameFree(GraphCall call, Entity user) {
        return call.session()
                .findBy("user", "userPrincipalName", user.text("userPrincipalName"))
                .isEmpty();
    }

    private static Entity madeUp(GraphCall call, Caller.SignedInUser signedIn) {
        String name = signedIn.userPrincipalName();
        Entity user = Entity.of("user", signedIn.id())
                .set("userPrincipalName", name)
                .set("displayName", signedIn.displayName())
                .set("mailNickname", name.substring(0, Math.max(0, name.indexOf('@'))))
                .set("accountEnabled", true);
        UserDefaults.complete(user, call.now());
        Identities.set(user, null, call.tenant().initialDomain());
        return user;
    }
}
