package io.tenantry.openapi;

import io.tenantry.format.PascalCase;
import io.tenantry.odata.edm.Navigation;
import io.tenantry.odata.edm.StructuredType;
import java.util.ArrayList;
import java.util.List;

/**
 * An address under which something can be read.
 *
 * @param address as it is called, parameters in braces: {@code /users/{user-id}}
 * @param template as rules and permissions are registered: {@code /users/{}}
 * @param id what ids of its operations begin with: {@code users.item}
 * @param reference whether it only refers to objects that have an address of their own
 * @param keys what stands in braces
 */
record Place(
        String address,
        String template,
        String id,
        StructuredType type,
        boolean collection,
        boolean reference,
        List<Key> keys) {
    record Key(String name, String description) {}

    static Place root(String name, StructuredType type, boolean collection) {
        return new Place("/" + name, "/" + name, name, type, collection, false, List.of());
    }

    /** The caller: rules and permissions are those of {@code /users/{}}. */
    static Place me(StructuredType user) {
        return new Place("/me", "/users/{}", "me", user, false, false, List.of());
    }

    Place key() {
        String plain = type.name() + "-" + type.key();
        boolean taken = keys.stream().anyMatch(key -> key.name().equals(plain));
        String name = taken ? plain + keys.size() : plain;
        return new Place(
                address + "/{" + name + "}",
                template + "/{}",
                id + ".item",
                type,
                false,
                reference,
                with(name, type.key()));
    }

    Place alternateKey(String property) {
        return new Place(
                address + "(" + property + "='{" + property + "}')",
                template + "/{}",
                id + ".by" + PascalCase.of(property),
                type,
                false,
                reference,
                with(property, property));
    }

    Place to(Navigation navigation, StructuredType target) {
        String segment = "/" + navigation.name();
        return new Place(
                address + segment,
                template + segment,
                id + "." + navigation.name(),
                target,
                navigation.collection(),
                !navigation.contained(),
                keys);
    }

    /** Among deleted items each type is a collection of its own. */
    Place cast(StructuredType derived) {
        return new Place(
                address + "/microsoft.graph." + derived.name(),
                template + "/" + derived.name(),
                id + "." + derived.name(),
                derived,
                true,
                true,
                keys);
    }

    /** Whether its last segment is a key. */
    boolean keyed() {
        return address.endsWith("}");
    }

    /** The last segment. */
    String name() {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private List<Key> with(String name, String property) {
        List<Key> all = new ArrayList<>(keys);
        all.add(new Key(name, property + " of the " + type.name()));
        return all;
    }
}
