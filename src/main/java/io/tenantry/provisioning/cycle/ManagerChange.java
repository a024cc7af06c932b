package io.tenantry.provisioning.cycle;

import io.tenantry.store.Change;
import io.tenantry.store.Session;
import java.util.List;
import java.util.stream.Stream;

/**
 * A user of the target gets another manager.
 *
 * @param former null for none
 */
record ManagerChange(String user, String former, String manager) {
    private static final String KIND = "manager";

    static void write(Session target, List<ManagerChange> changes) {
        target.updateAll(
                "delete from relation where tenant = {tenant} and kind = '" + KIND + "' and source = ?",
                changes.stream()
                        .filter(each -> each.former != null)
                        .map(each -> new Object[] {each.user})
                        .toList());
        target.updateAll(
                "insert into relation (tenant, kind, source, target) values ({tenant}, '" + KIND
                        + "', ?, ?) on conflict do nothing",
                changes.stream()
                        .map(each -> new Object[] {each.user, each.manager})
                        .toList());
        target.changes()
                .changed(changes.stream().flatMap(ManagerChange::changes).toList());
    }

    private Stream<Change> changes() {
        Change added = new Change("user", user, Change.Kind.ADDED, KIND, manager);
        return former == null
                ? Stream.of(added)
                : Stream.of(new Change("user", user, Change.Kind.TAKEN, KIND, former), added);
    }
}
