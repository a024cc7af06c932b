package io.tenantry.provisioning.export;

import io.tenantry.directory.dynamic.DynamicGroups;
import io.tenantry.provisioning.user.ManagerFlow;
import io.tenantry.store.Change;
import io.tenantry.store.Session;
import java.util.List;
import java.util.stream.Stream;

/** Gives users of the target other managers, many in a few statements. */
final class ManagerWrites {
    private static final String KIND = "manager";

    private ManagerWrites() {}

    static void write(Session target, List<ManagerFlow.NewManager> changes) {
        target.updateAll(
                "delete from relation where tenant = {tenant} and kind = '" + KIND + "' and source = ?",
                changes.stream()
                        .filter(each -> each.former() != null)
                        .map(each -> new Object[] {each.user()})
                        .toList());
        target.updateAll(
                "insert into relation (tenant, kind, source, target) values ({tenant}, '" + KIND
                        + "', ?, ?) on conflict do nothing",
                changes.stream()
                        .map(each -> new Object[] {each.user(), each.manager()})
                        .toList());
        target.changes()
                .changed(changes.stream().flatMap(ManagerWrites::changes).toList());
        DynamicGroups.followUsers(
                target, changes.stream().map(ManagerFlow.NewManager::user).toList());
    }

    private static Stream<Change> changes(ManagerFlow.NewManager change) {
        Change added = new Change("user", change.user(), Change.Kind.ADDED, KIND, change.manager());
        return change.former() == null
                ? Stream.of(added)
                : Stream.of(new Change("user", change.user(), Change.Kind.TAKEN, KIND, change.former()), added);
    }
}
