package io.tenantry.provisioning.cycle;

import io.tenantry.provisioning.link.Escrow;
import io.tenantry.provisioning.link.ObjectLink;
import io.tenantry.provisioning.link.ObjectType;
import java.util.List;

/** Sources to be looked at, by id and in their order. */
public record Sources(List<Source> all) {
    public record Source(ObjectType type, String id) {}

    public static Sources of(List<ObjectLink> links) {
        return new Sources(links.stream()
                .map(link -> new Source(link.type(), link.sourceId()))
                .toList());
    }

    /** What failed or waits is a user each. */
    static Sources ofUsers(List<Escrow> escrows) {
        return new Sources(escrows.stream()
                .map(each -> new Source(ObjectType.USER, each.sourceId()))
                .toList());
    }

    public List<String> of(ObjectType type) {
        return all.stream().filter(each -> each.type == type).map(Source::id).toList();
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    public int size() {
        return all.size();
    }

    public String last() {
        return all.get(all.size() - 1).id;
    }
}
