package io.tenantry.provisioning.user;

import io.tenantry.provisioning.link.PendingReference;
import io.tenantry.provisioning.matching.Holdings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What becomes of managers who were not linked when their reports were looked at. Who is not linked even now is not in scope; the report
 * is fine without him, and the reference is not tried again before the report changes (provisioning-engine.md §6.3).
 */
public final class PendingManagers {
    /** Id of each source → the live object that is kept like it. */
    private final Map<String, String> linked;

    private final Map<String, String> managers;

    private PendingManagers(Map<String, String> linked, Map<String, String> managers) {
        this.linked = linked;
        this.managers = managers;
    }

    /**
     * A reference that can be told of.
     *
     * @param user of the target, by id
     * @param manager the change that is due; empty where he is not in the target
     */
    public record Resolved(PendingReference reference, String user, Optional<ManagerFlow.NewManager> manager) {
        /** Whether the user has that manager already. */
        public boolean isHeld() {
            return manager.filter(each -> each.manager().equals(each.former())).isPresent();
        }
    }

    /** What can be told of references that had to wait, in their order: nothing of reports who are not in the target any more. */
    public static List<Resolved> resolved(Holdings holdings, List<PendingReference> references) {
        PendingManagers managers = read(holdings, references);
        return references.stream().flatMap(each -> managers.of(each).stream()).toList();
    }

    private static PendingManagers read(Holdings holdings, List<PendingReference> references) {
        Map<String, String> linked = new HashMap<>();
        holdings.links(references.stream()
                        .flatMap(each -> Stream.of(each.sourceId(), each.managerId()))
                        .collect(Collectors.toSet()))
                .forEach((id, link) -> {
                    if (link.state().managed()) {
                        linked.put(id, link.targetId());
                    }
                });
        linked.values().retainAll(holdings.live(linked.values()));
        List<String> reports = references.stream()
                .map(each -> linked.get(each.sourceId()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new PendingManagers(linked, new HashMap<>(holdings.managers(reports)));
    }

    private Optional<Resolved> of(PendingReference reference) {
        return Optional.ofNullable(linked.get(reference.sourceId())).map(id -> {
            Optional<ManagerFlow.NewManager> change = Optional.ofNullable(linked.get(reference.managerId()))
                    .map(manager -> new ManagerFlow.NewManager(id, managers.get(id), manager));
            change.ifPresent(each -> managers.put(each.user(), each.manager()));
            return new Resolved(reference, id, change);
        });
    }
}
