package io.tenantry.provisioning.export;

import io.tenantry.directory.dynamic.DynamicGroups;
import io.tenantry.directory.license.GroupLicenses;
import io.tenantry.provisioning.group.MemberChange;
import io.tenantry.store.Change;
import io.tenantry.store.Session;
import java.time.Instant;
import java.util.List;

/** Lets members of the target's groups come and go, many in a few statements, with what hangs on a membership. */
final class MemberWrites {
    private MemberWrites() {}

    static void write(Session target, List<MemberChange> changes, Instant now) {
        List<MemberChange> joining =
                changes.stream().filter(MemberChange::joins).toList();
        List<MemberChange> leaving =
                changes.stream().filter(each -> !each.joins()).toList();
        target.updateAll(
                "insert into relation (tenant, kind, source, target) values ({tenant}, 'member', ?, ?) on conflict do nothing",
                joining.stream().map(MemberWrites::ends).toList());
        target.updateAll(
                "delete from relation where tenant = {tenant} and kind = 'member' and source = ? and target = ?",
                leaving.stream().map(MemberWrites::ends).toList());
        target.changes().changed(changes.stream().map(MemberWrites::change).toList());
        joining.forEach(each -> GroupLicenses.joined(target, each.group(), each.member(), () -> now));
        leaving.forEach(each -> GroupLicenses.left(target, each.group(), each.member(), () -> now));
        DynamicGroups.follow(
                target,
                changes.stream()
                        .map(MemberChange::member)
                        .filter(each -> each.type().equals("user"))
                        .toList());
    }

    private static Object[] ends(MemberChange change) {
        return new Object[] {change.group().id(), change.member().id()};
    }

    private static Change change(MemberChange change) {
        return change.joins()
                ? Change.added(change.group(), "member", change.member().id())
                : Change.taken(change.group(), "member", change.member().id());
    }
}
