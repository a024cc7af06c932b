package io.tenantry.provisioning.plan;

import io.tenantry.provisioning.matching.TargetIndex;
import io.tenantry.store.Entity;
import io.tenantry.store.key.Key;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What is noted of a plan's objects, and found again, by which keys: a letter, and an id or a folded value. */
enum NoteKey {
    /** The state of an object of the target, by its id. */
    OBJECT('o'),
    /** The object of the target that has a mail or proxy address. */
    ADDRESS('@'),
    /** The object of the target that has a sign-in name. */
    NAME('u'),
    /** The object of the target that is bound to an object of its home tenant. */
    BINDING('b'),
    /** The link of an object of the source, by its id. */
    LINK('l'),
    /** The objects of the source that are linked to one of the target, by its id. */
    SOURCES('s'),
    /** The manager of a user of the target, by the user's id. */
    MANAGER('m');

    private final char letter;

    NoteKey(char letter) {
        this.letter = letter;
    }

    String of(String value) {
        return letter + value;
    }

    /** By which keys an object of the target is found besides. */
    static Set<String> of(Entity object) {
        Set<String> keys = new HashSet<>();
        TargetIndex.addresses(object).forEach(address -> keys.add(ADDRESS.of(address)));
        Optional.ofNullable(object.text("userPrincipalName")).ifPresent(name -> keys.add(NAME.of(Key.fold(name))));
        return keys;
    }
}
