package io.tenantry.provisioning.export;

import io.tenantry.audit.ProvisioningLogEntry;
import io.tenantry.format.Ids;
import io.tenantry.provisioning.group.MemberChange;
import io.tenantry.provisioning.group.MemberPage;
import io.tenantry.provisioning.group.MemberReader;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.provisioning.link.PendingMembers;
import io.tenantry.provisioning.mapping.ModifiedProperty;
import io.tenantry.provisioning.matching.StoredHoldings;
import io.tenantry.provisioning.object.Run;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.List;
import java.util.Optional;

/**
 * Brings the members of a group over, some at a time, when every user has been looked at. Who has nobody in the target even now is left
 * out until the group changes; the group is fine without (provisioning-engine.md §11).
 */
public final class MemberResolution {
    /** The log names no more members of one group. */
    public static final int MOST_NAMED = 100;

    private final Run run;
    private final Session source;
    private final Session target;
    private final BatchWrites writes;
    private final ReferenceEntries references;
    private final AuditTrail audits;

    public MemberResolution(Run run, Session source, Session target, BatchWrites writes, Counters counters) {
        this.run = run;
        this.source = source;
        this.target = target;
        this.writes = writes;
        this.references = new ReferenceEntries(run, source, counters);
        this.audits = new AuditTrail(writes, run.context().application());
    }

    /** Ids of the members looked at: those of the source's group who may come, or of the target's who may go. */
    public List<String> resolve(PendingMembers pending, boolean joining, String after, int limit) {
        MemberReader reader = reader();
        Optional<Entity> made = reader.made(pending.groupId());
        if (made.isEmpty()) {
            return List.of();
        }
        MemberPage page = joining
                ? reader.joining(pending.groupId(), made.get(), after, limit)
                : reader.leaving(pending.groupId(), made.get(), after, limit);
        write(pending, page, made.get());
        return page.looked();
    }

    /** Brings these members over, as far as they are members of the source's group. */
    public void join(PendingMembers pending, List<String> members) {
        MemberReader reader = reader();
        reader.made(pending.groupId())
                .ifPresent(made -> write(pending, reader.joining(pending.groupId(), made, members), made));
    }

    private MemberReader reader() {
        return new MemberReader(
                source,
                target,
                new StoredHoldings(source, target, run.context().job().number()));
    }

    private void write(PendingMembers pending, MemberPage page, Entity group) {
        if (page.changes().isEmpty() && page.unresolved().isEmpty()) {
            return;
        }
        ProvisioningLogEntry entry = references.of(List.of(pending.logId())).get(pending.logId());
        EntryTexts texts = EntryTexts.of(
                ObjectType.GROUP, group.text("displayName"), run.context().names());
        String change = Ids.random();
        for (MemberChange each : page.changes()) {
            writes.member(each);
            audits.memberChanged(change, each);
            changed(entry, each);
        }
        page.unresolved()
                .forEach(
                        each -> references.unresolved(entry, texts.memberUnresolved(each), entry.steps() < MOST_NAMED));
        writes.rewrite(entry);
    }

    private void changed(ProvisioningLogEntry entry, MemberChange change) {
        references.changed(entry);
        if (entry.modifiedProperties() < MOST_NAMED) {
            ModifiedProperty modified = change.modified();
            entry.modified(modified.name(), modified.oldValue(), modified.newValue());
        }
    }
}
