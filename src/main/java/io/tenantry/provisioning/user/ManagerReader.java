package io.tenantry.provisioning.user;

import io.tenantry.provisioning.link.ObjectLink;
import io.tenantry.provisioning.matching.Holdings;
import io.tenantry.provisioning.object.SourceObject;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads who manages the users of a page, on both sides. */
final class ManagerReader {
    private final Session source;
    private final Holdings holdings;

    ManagerReader(Session source, Holdings holdings) {
        this.source = source;
        this.holdings = holdings;
    }

    Map<String, Managers> of(List<SourceObject> users) {
        Map<String, String> named = source.prefetch()
                .target(
                        ManagerFlow.ATTRIBUTE,
                        users.stream().map(SourceObject::id).toList());
        Map<String, String> linked = linked(new HashSet<>(named.values()));
        List<String> targets = users.stream()
                .flatMap(each -> each.target().stream())
                .map(Entity::id)
                .toList();
        Map<String, String> current = holdings.managers(targets);
        Map<String, Managers> found = new HashMap<>();
        for (SourceObject user : users) {
            Optional<String> manager = Optional.ofNullable(named.get(user.id()));
            found.put(
                    user.id(),
                    new Managers(
                            manager,
                            manager.map(linked::get),
                            user.target().map(Entity::id).map(current::get)));
        }
        return found;
    }

    /** Id of each manager in the source → id of the live object that is kept like him. */
    private Map<String, String> linked(Set<String> ids) {
        Map<String, String> linked = new HashMap<>();
        for (ObjectLink link : holdings.links(ids).values()) {
            if (link.state().managed()) {
                linked.put(link.sourceId(), link.targetId());
            }
        }
        linked.values().retainAll(holdings.live(linked.values()));
        return linked;
    }
}
