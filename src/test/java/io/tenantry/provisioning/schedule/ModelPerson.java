package io.tenantry.provisioning.schedule;

import io.tenantry.store.Entity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A user of a source as the reference model keeps it, and what the target has of it. */
final class ModelPerson {
    /** What the model looks at, under its names in Graph. */
    static final List<String> VALUES = List.of("department", "city", "jobTitle");

    final String name;
    /** Its first state in the store: id and name stay. */
    final Entity user;

    final Map<String, String> values = new HashMap<>(Map.of("department", "Dock"));
    final Set<Integer> groups = new HashSet<>();
    final List<Account> accounts = new ArrayList<>();
    boolean enabled = true;
    boolean assigned;
    Life life = Life.LIVE;
    Instant deleted;
    /** An internal user of the target who holds the address. */
    Entity rival;

    ModelPerson(String name, Entity user) {
        this.name = name;
        this.user = user;
    }

    enum Life {
        LIVE,
        IN_BIN,
        GONE
    }

    boolean live() {
        return life == Life.LIVE;
    }

    /** An object that the engine made in the target. */
    static final class Account {
        final Map<String, String> values = new HashMap<>();
        boolean enabled;
        Life life = Life.LIVE;
        Instant deleted;

        boolean live() {
            return life == Life.LIVE;
        }

        void delete(Instant now) {
            life = Life.IN_BIN;
            deleted = now;
        }

        String shown() {
            return shownAs(VALUES.stream().map(values::get).toList(), enabled, live());
        }
    }

    Optional<Account> liveAccount() {
        return accounts.stream().filter(Account::live).findFirst();
    }

    /** Brings an account to the values at hand: nothing that the source has not is taken away. Returns whether anything changed. */
    boolean flowTo(Account account) {
        boolean changes = account.enabled != enabled;
        account.enabled = enabled;
        for (Map.Entry<String, String> each : values.entrySet()) {
            changes |= !Objects.equals(account.values.put(each.getKey(), each.getValue()), each.getValue());
        }
        return changes;
    }

    /** One line for each object of the target that is there yet. */
    List<String> shown() {
        return accounts.stream()
                .filter(each -> each.life != Life.GONE)
                .map(Account::shown)
                .sorted()
                .toList();
    }

    static String shown(Entity account) {
        return shownAs(
                VALUES.stream().map(account::text).toList(),
                account.flag("accountEnabled"),
                account.get("deletedDateTime") == null);
    }

    private static String shownAs(List<String> values, boolean enabled, boolean live) {
        return Arrays.toString(values.toArray()) + (enabled ? "" : " disabled") + (live ? "" : " in deleted items");
    }
}
