package io.tenantry.provisioning.matching;

import io.tenantry.directory.object.HiddenProperties;
import io.tenantry.store.Entity;
import io.tenantry.store.Prefetch;
import io.tenantry.store.Session;
import io.tenantry.store.key.Key;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The live objects of the target that could belong to, or collide with, a batch of source users; read in a few statements and kept up to
 * date while the batch goes on.
 */
public final class TargetIndex {
    private static final String SMTP = "smtp:";

    private final Map<String, Entity> known = new HashMap<>();
    private final Map<String, Entity> byBinding = new HashMap<>();
    private final Map<String, Set<String>> byAddress = new HashMap<>();
    private final Map<String, String> byName = new HashMap<>();

    /** @param known objects at hand already, by id; what is read of them again is the same instance */
    public static TargetIndex of(Session target, Collection<Candidate> candidates, Map<String, Entity> known) {
        return of(target, candidates, known, UnaryOperator.identity());
    }

    /** @param current what an object that is stored would be by now */
    public static TargetIndex of(
            Session target,
            Collection<Candidate> candidates,
            Map<String, Entity> known,
            UnaryOperator<Entity> current) {
        TargetIndex index = new TargetIndex();
        index.known.putAll(known);
        if (candidates.isEmpty()) {
            return index;
        }
        Prefetch prefetch = target.prefetch();
        List<String> addresses = candidates.stream()
                .map(each -> Key.fold(each.address()))
                .distinct()
                .toList();
        index.found(
                current,
                prefetch.having(
                        HiddenProperties.BINDING,
                        candidates.stream().map(Candidate::binding).distinct().toList()));
        index.found(current, prefetch.having("mail", addresses));
        index.found(
                current,
                prefetch.holding(
                        "proxyAddresses",
                        addresses.stream().map(each -> SMTP + each).toList()));
        index.found(
                current,
                prefetch.having(
                        "userPrincipalName",
                        candidates.stream()
                                .map(Candidate::userPrincipalName)
                                .distinct()
                                .toList()));
        index.found(current, prefetch.having("userPrincipalName", addresses));
        return index;
    }

    private void found(UnaryOperator<Entity> current, List<Entity> objects) {
        objects.forEach(each -> found(current.apply(each)));
    }

    /** Takes in an object of the target, unless a later state of it is known. */
    public void found(Entity object) {
        add(known.getOrDefault(object.id(), object));
    }

    /** What the batch has made of an object so far. */
    public Entity latest(Entity object) {
        return known.getOrDefault(object.id(), object);
    }

    /** Takes in an object that the batch made or changed. */
    public void add(Entity object) {
        known.put(object.id(), object);
        if (object.get("deletedDateTime") != null) {
            return;
        }
        if (object.text(HiddenProperties.BINDING) != null) {
            byBinding.put(Key.fold(object.text(HiddenProperties.BINDING)), object);
        }
        if (object.text("userPrincipalName") != null) {
            byName.put(Key.fold(object.text("userPrincipalName")), object.id());
        }
        addresses(object).forEach(address -> byAddress
                .computeIfAbsent(address, each -> new LinkedHashSet<>())
                .add(object.id()));
    }

    /** Puts an object in the place of its former state, whose address and name become free. */
    public void replace(Entity former, Entity object) {
        free(former);
        if (former.text(HiddenProperties.BINDING) != null) {
            byBinding.remove(Key.fold(former.text(HiddenProperties.BINDING)));
        }
        add(object);
    }

    /** The address and the name of an object are there for others. */
    public void free(Entity former) {
        addresses(former).forEach(address -> Optional.ofNullable(byAddress.get(address))
                .ifPresent(ids -> ids.remove(former.id())));
        if (former.text("userPrincipalName") != null) {
            byName.remove(Key.fold(former.text("userPrincipalName")), former.id());
        }
    }

    /** Mail and proxy addresses, folded. */
    public static Set<String> addresses(Entity object) {
        Set<String> addresses = new LinkedHashSet<>();
        if (object.text("mail") != null) {
            addresses.add(Key.fold(object.text("mail")));
        }
        object.texts("proxyAddresses").forEach(each -> addresses.add(address(Key.fold(each))));
        return addresses;
    }

    /** The address in a proxy address, which is folded. */
    public static String address(String proxyAddress) {
        return proxyAddress.startsWith(SMTP) ? proxyAddress.substring(SMTP.length()) : proxyAddress;
    }

    Optional<Entity> bound(String binding) {
        return Optional.ofNullable(byBinding.get(Key.fold(binding)));
    }

    /** Objects that hold an address as mail or proxy address, or whose sign-in name it is. */
    List<Entity> holders(String address) {
        Set<String> ids = new LinkedHashSet<>(byAddress.getOrDefault(Key.fold(address), Set.of()));
        Optional.ofNullable(byName.get(Key.fold(address))).ifPresent(ids::add);
        return ids.stream().map(known::get).toList();
    }

    Optional<Entity> named(String userPrincipalName) {
        return Optional.ofNullable(byName.get(Key.fold(userPrincipalName))).map(known::get);
    }
}
