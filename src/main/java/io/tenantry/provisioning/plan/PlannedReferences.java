package io.tenantry.provisioning.plan;

import io.tenantry.provisioning.DirectoryNames;
import io.tenantry.provisioning.export.EntryTexts;
import io.tenantry.provisioning.export.MemberResolution;
import io.tenantry.provisioning.group.MemberPage;
import io.tenantry.provisioning.group.MemberReader;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.provisioning.link.PendingMembers;
import io.tenantry.provisioning.link.PendingReference;
import io.tenantry.provisioning.user.PendingManagers;
import io.tenantry.store.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Managers and members that a plan cannot tell of before everybody was looked at: they are amended to what is said of their objects. */
final class PlannedReferences {
    private final MemberReader members;
    private final PlannedHoldings holdings;
    private final PlanRecord record;
    private final DirectoryNames names;
    /** In the order in which they were met. */
    private final List<PendingReference> managers = new ArrayList<>();

    private final NavigableMap<String, PendingMembers> groups = new TreeMap<>();
    /** Of the managers. */
    private int resolved;

    PlannedReferences(MemberReader members, PlannedHoldings holdings, PlanRecord record, DirectoryNames names) {
        this.members = members;
        this.holdings = holdings;
        this.record = record;
        this.names = names;
    }

    /** @param number of what is said of the user */
    void managerOf(String userId, String managerId, int number) {
        managers.add(new PendingReference(userId, managerId, Integer.toString(number)));
    }

    /** @param number of what is said of the group */
    void membersOf(String groupId, int number) {
        groups.put(groupId, new PendingMembers(groupId, Integer.toString(number)));
    }

    List<PendingReference> next(int most) {
        return managers.subList(resolved, Math.min(resolved + most, managers.size()));
    }

    Optional<PendingMembers> group() {
        return groups.values().stream().findFirst();
    }

    void filled(PendingMembers group) {
        groups.remove(group.groupId());
    }

    void resolve(List<PendingReference> page) {
        List<PendingManagers.Resolved> known = PendingManagers.resolved(holdings, page);
        Map<String, Entity> reports = holdings.targets(known.stream()
                .filter(each -> each.manager().isEmpty())
                .map(PendingManagers.Resolved::user)
                .distinct()
                .toList());
        known.forEach(each -> resolve(each, reports));
        resolved += page.size();
    }

    /** @param reports those whose managers are not in the target */
    private void resolve(PendingManagers.Resolved known, Map<String, Entity> reports) {
        int number = Integer.parseInt(known.reference().logId());
        if (known.manager().isEmpty()) {
            String name = reports.get(known.user()).text("userPrincipalName");
            record.unresolved(
                    number,
                    texts(ObjectType.USER, name)
                            .managerUnresolved(known.reference().managerId()));
        } else if (!known.isHeld()) {
            holdings.note(known.manager().get());
            record.flow(number, known.manager().get().modified(), holdings::isMade);
        }
    }

    /** Returns whom it looked at. */
    List<String> resolveMembers(PendingMembers group, boolean joining, String after, int most) {
        Optional<Entity> made = members.made(group.groupId());
        if (made.isEmpty()) {
            return List.of();
        }
        MemberPage page = joining
                ? members.joining(group.groupId(), made.get(), after, most)
                : members.leaving(group.groupId(), made.get(), after, most);
        flow(page, Integer.parseInt(group.logId()), made.get());
        return page.looked();
    }

    /** The log names no more of them either. */
    private void flow(MemberPage page, int number, Entity group) {
        if (!page.changes().isEmpty()) {
            long room = Math.max(0, MemberResolution.MOST_NAMED - record.changes(number));
            page.changes().stream().limit(room).forEach(each -> record.flow(number, each.modified(), holdings::isMade));
        }
        EntryTexts texts = texts(ObjectType.GROUP, group.text("displayName"));
        page.unresolved().forEach(each -> record.unresolved(number, texts.memberUnresolved(each)));
    }

    private EntryTexts texts(ObjectType type, String name) {
        return EntryTexts.of(type, name, names);
    }
}
