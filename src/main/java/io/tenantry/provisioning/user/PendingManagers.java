package io.tenantry.provisioning.user;

import io.tenantry.provisioning.link.ObjectLink;
import io.tenantry.provisioning.link.PendingReference;
import io.tenantry.provisioning.matching.Holdings;
import io.tenantry.provisioning.object.SourceObject;
import io.tenantry.store.Entity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What becomes of managers who were not linked when their reports were looked at. Who is not linked even now is not in scope; the report
 * is fine without him, and the reference is not tried again before the report changes (provisioning-engine.md §6.3).
 */
public final class PendingManagers {
    private final Map<String, ObjectLink> links;
    private final Map<String, Entity> targets;
    private final Map<String, String> managers;

    private PendingManagers(Map<String, ObjectLink> links, Map<String, Entity> targets, Map<String, String> managers) {
        this.links = links;
        this.targets = targets;
        this.managers = managers;
    }

    /**
     * A reference that can be told of.
     *
     * @param user of the target
     * @param manager the change that is due; empty where he is not in the target
     */
    public record Resolved(PendingReference reference, Entity user, Optional<ManagerFlow.NewManager> manager) {
        /** Whether the user has that manager already. */
        public boolean isHeld() {
            return manager.filter(each -> each.manager().equals(each.former())).isPresent();
        }
    }

    public static PendingManagers read(Holdings holdings, List<PendingReference> references) {
        Map<String, ObjectLink> links = new HashMap<>(holdings.links(references.stream()
                .flatMap(each -> Stream.of(each.sourceId(), each.managerId()))
                .collect(Collectors.toSet())));
        links.values().removeIf(each -> !each.state().managed());
        List<String> ids = links.values().stream().map(ObjectLink::targetId).toList();
        Map<String, Entity> targets = new HashMap<>(holdings.targets(ids));
        targets.values().removeIf(each -> !SourceObject.isLive(each));
        return new PendingManagers(links, targets, new HashMap<>(holdings.managers(ids)));
    }

    /** Empty where the report is not in the target any more. References of one page are to be asked for in their order. */
    public Optional<Resolved> of(PendingReference reference) {
        return target(reference.sourceId()).map(user -> {
            Optional<ManagerFlow.NewManager> change = target(reference.managerId())
                    .map(manager -> new ManagerFlow.NewManager(user.id(), managers.get(user.id()), manager.id()));
            change.ifPresent(each -> managers.put(each.user(), each.manager()));
            return new Resolved(reference, user, change);
        });
    }

    private Optional<Entity> target(String sourceId) {
        return Optional.ofNullable(links.get(sourceId))
                .map(ObjectLink::targetId)
                .map(targets::get);
    }
}
