package io.tenantry.provisioning.plan;

import io.tenantry.provisioning.matching.TargetIndex;
import io.tenantry.store.Entity;
import io.tenantry.store.key.Key;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What is noted of a plan's objects, and found again, by which keys: a letter, and an id or a folded value. */
final class NoteKey {
    private NoteKey() {}

    /** The state of an object of the target. */
    static String object(String targetId) {
        return "o" + targetId;
    }

    /** The object of the target that has a mail or proxy address. */
    static String address(String folded) {
        return "@" + folded;
    }

    /** The object of the target that has a sign-in name. */
    static String name(String folded) {
        return "u" + folded;
    }

    /** The object of the target that is bound to an object of its home tenant. */
    static String binding(String folded) {
        return "b" + folded;
    }

    /** The link of an object of the source. */
    static String link(String sourceId) {
        return "l" + sourceId;
    }

    /** The objects of the source that are linked to one of the target. */
    static String sources(String targetId) {
        return "s" + targetId;
    }

    /** The manager of a user of the target. */
    static String manager(String targetId) {
        return "m" + targetId;
    }

    /** By which keys an object of the target is found besides. */
    static Set<String> of(Entity object) {
        Set<String> keys = new HashSet<>();
        TargetIndex.addresses(object).forEach(address -> keys.add(address(address)));
        Optional.ofNullable(object.text("userPrincipalName")).ifPresent(name -> keys.add(name(Key.fold(name))));
        return keys;
    }
}
