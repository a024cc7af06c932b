package io.tenantry.provisioning.cycle;

import io.tenantry.store.Change;
import io.tenantry.store.Session;
import java.util.ArrayList;
import java.util.List;

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
    }

    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        if (former != null) {
            changes.add(new Change("user", user, Change.Kind.TAKEN, KIND, former));
        }
        changes.add(new Change("user", user, Change.Kind.ADDED, KIND, manager));
        return changes;
    }
}
