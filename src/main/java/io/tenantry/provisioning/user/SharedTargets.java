package io.tenantry.provisioning.user;

import io.tenantry.provisioning.link.LinkState;
import io.tenantry.provisioning.link.ObjectLink;
import io.tenantry.provisioning.matching.Holdings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Users of one mail address have one target (provisioning-engine.md §3): who leaves it may leave it to others. */
final class SharedTargets {
    private final Holdings holdings;

    SharedTargets(Holdings holdings) {
        this.holdings = holdings;
    }

    /** The same users; those who are to leave know with whom they share their target. */
    List<JudgedUser> of(List<JudgedUser> users) {
        List<String> left = users.stream()
                .filter(JudgedUser::leaves)
                .flatMap(each -> each.read().link().stream())
                .map(ObjectLink::targetId)
                .distinct()
                .toList();
        if (left.isEmpty()) {
            return users;
        }
        Map<String, Set<String>> sources = new HashMap<>();
        holdings.linksTo(left).stream()
                .filter(link -> link.state().managed() && link.state() != LinkState.LEAVING)
                .forEach(link -> sources.computeIfAbsent(link.targetId(), each -> new HashSet<>())
                        .add(link.sourceId()));
        return users.stream()
                .map(each -> each.leaves() ? each.sharedWith(others(each, sources)) : each)
                .toList();
    }

    private static Set<String> others(JudgedUser user, Map<String, Set<String>> sources) {
        Set<String> others = new HashSet<>(
                sources.getOrDefault(user.read().link().orElseThrow().targetId(), Set.of()));
        others.remove(user.read().id());
        return others;
    }
}
