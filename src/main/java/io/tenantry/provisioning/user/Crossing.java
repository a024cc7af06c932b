package io.tenantry.provisioning.user;

import io.tenantry.provisioning.object.Outcome;
import io.tenantry.provisioning.object.Outcome.Targeted;
import io.tenantry.provisioning.object.Run;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Users who waited for names that others held. Some of them wait for each other, as when two exchange their names: those change all at
 * once, so that the target is brought to the values of the source (provisioning-engine.md §6.3).
 */
public final class Crossing {
    /** Each looks at all of them: what those keep who are found to stay may be what others wait for. */
    private static final int MOST_ROUNDS = 16;

    private final Run run;
    private final Supplier<UserPage> read;

    public Crossing(Run run, Supplier<UserPage> read) {
        this.run = run;
        this.read = read;
    }

    /** The page, in which all who can change have given up what they hold; nobody has where it is not found in time who can. */
    public UserPage page() {
        Set<String> staying = new HashSet<>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (!staying.addAll(stuck(freed(staying)))) {
                return freed(staying);
            }
        }
        return read.get();
    }

    private UserPage freed(Set<String> staying) {
        UserPage page = read.get();
        page.users().stream()
                .filter(user -> !staying.contains(user.read().id()))
                .flatMap(user -> user.read().liveTarget().stream())
                .forEach(page.index()::free);
        return page;
    }

    private Set<String> stuck(UserPage page) {
        Decision decision = new Decision(run, page.index());
        return page.users().stream()
                .filter(user -> !moves(decision.decide(user).outcome()))
                .map(user -> user.read().id())
                .collect(Collectors.toSet());
    }

    private static boolean moves(Outcome outcome) {
        return outcome instanceof Targeted
                && !(outcome instanceof Outcome.Redundant || outcome instanceof Outcome.Defer);
    }
}
