package io.tenantry.provisioning.user;

import io.tenantry.provisioning.link.ObjectLink;
import io.tenantry.provisioning.matching.Holdings;
import io.tenantry.provisioning.object.SourceObject;
import io.tenantry.store.Entity;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads who of those who manage the users of a page are in the target, and who manages them there. */
final class ManagerReader {
    private final Holdings holdings;

    ManagerReader(Holdings holdings) {
        this.holdings = holdings;
    }

    /**
     * @param linked id of each manager in the source → id of the live object that is kept like him
     * @param current id of each user of the target → id of its manager there
     */
    record Known(Map<String, String> linked, Map<String, String> current) {
        static final Known NOBODY = new Known(Map.of(), Map.of());

        Managers of(SourceUser user, SourceObject read) {
            return new Managers(
                    user.manager(),
                    user.manager().map(linked::get),
                    read.target().map(Entity::id).map(current::get));
        }
    }

    Known of(List<SourceUser> users, List<SourceObject> read) {
        return new Known(
                linked(users.stream().flatMap(each -> each.manager().stream()).collect(Collectors.toSet())),
                holdings.managers(read.stream()
                        .flatMap(each -> each.target().stream())
                        .map(Entity::id)
                        .toList()));
    }

    private Map<String, String> linked(Collection<String> ids) {
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
