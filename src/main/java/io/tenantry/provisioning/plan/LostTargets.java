package io.tenantry.provisioning.plan;

import io.tenantry.provisioning.link.ObjectLink;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Objects that the target is about to lose, of sources that leave: what another source keeps is not among them.
 *
 * @param leaving ids of the sources
 */
record LostTargets(PlannedHoldings holdings, Set<String> leaving) {
    /** As many are looked at by one statement. */
    private static final int PAGE = 1000;

    long count() {
        List<String> sources = List.copyOf(leaving);
        long lost = 0;
        for (int from = 0; from < sources.size(); from += PAGE) {
            lost += count(sources.subList(from, Math.min(from + PAGE, sources.size())));
        }
        return lost;
    }

    private long count(List<String> sources) {
        Map<String, ObjectLink> links = holdings.links(sources);
        Set<String> targets = links.values().stream().map(ObjectLink::targetId).collect(Collectors.toSet());
        Set<String> kept = holdings.linksTo(targets).stream()
                .filter(link -> link.state().managed() && !leaving.contains(link.sourceId()))
                .map(ObjectLink::targetId)
                .collect(Collectors.toSet());
        return sources.stream()
                .filter(id ->
                        !links.containsKey(id) || !kept.contains(links.get(id).targetId()))
                .count();
    }
}
