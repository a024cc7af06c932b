package io.tenantry.provisioning.cycle;

import io.tenantry.provisioning.link.ObjectLink;
import io.tenantry.provisioning.link.ObjectType;
import java.util.List;

/** Sources to be looked at, by id and in their order. */
record Sources(List<Source> all) {
    record Source(ObjectType type, String id) {}

    static Sources of(List<ObjectLink> links) {
        return new Sources(links.stream()
                .map(link -> new Source(link.type(), link.sourceId()))
                .toList());
    }

    List<String> of(ObjectType type) {
        return all.stream().filter(each -> each.type == type).map(Source::id).toList();
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    int size() {
        return all.size();
    }

    String last() {
        return all.get(all.size() - 1).id;
    }
}
