package io.tenantry.provisioning.export;

import io.tenantry.audit.ProvisioningLogEntry;
import io.tenantry.audit.ProvisioningLogEntry.Status;
import io.tenantry.format.Ids;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.provisioning.link.PendingReference;
import io.tenantry.provisioning.matching.Holdings;
import io.tenantry.provisioning.matching.StoredHoldings;
import io.tenantry.provisioning.object.Run;
import io.tenantry.provisioning.user.ManagerFlow;
import io.tenantry.provisioning.user.PendingManagers;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.List;
import java.util.Map;

/** Sets managers who were not linked when their reports were looked at, and goes on with the log entries of those. */
public final class ManagerResolution {
    private final Run run;
    private final Session source;
    private final Session target;
    private final BatchWrites writes;
    private final ReferenceEntries references;
    private final AuditTrail audits;

    public ManagerResolution(Run run, Session source, Session target, BatchWrites writes, Counters counters) {
        this.run = run;
        this.source = source;
        this.target = target;
        this.writes = writes;
        this.references = new ReferenceEntries(run, source, counters);
        this.audits = new AuditTrail(writes, run.context().application());
    }

    public void resolve(List<PendingReference> pending) {
        Holdings holdings =
                new StoredHoldings(source, target, run.context().job().number());
        List<PendingManagers.Resolved> resolved = PendingManagers.resolved(holdings, pending);
        Map<String, Entity> users = holdings.targets(
                resolved.stream().map(PendingManagers.Resolved::user).distinct().toList());
        Map<String, ProvisioningLogEntry> entries =
                references.of(pending.stream().map(PendingReference::logId).toList());
        resolved.forEach(each -> resolve(entries.get(each.reference().logId()), users.get(each.user()), each));
        entries.values().forEach(writes::rewrite);
    }

    private void resolve(ProvisioningLogEntry entry, Entity user, PendingManagers.Resolved resolved) {
        EntryTexts texts = EntryTexts.of(
                ObjectType.USER, user.text("userPrincipalName"), run.context().names());
        if (resolved.manager().isEmpty()) {
            references.unresolved(
                    entry, texts.managerUnresolved(resolved.reference().managerId()), true);
        } else if (!resolved.isHeld()) {
            set(entry, texts, user, resolved.manager().get());
        }
    }

    private void set(ProvisioningLogEntry entry, EntryTexts texts, Entity user, ManagerFlow.NewManager change) {
        writes.manager(change);
        audits.managerSet(Ids.random(), user);
        references.changed(entry);
        ReferenceEntries.step(entry, Status.SUCCESS, texts.managerSet(change.manager()), Map.of());
        entry.modified(ManagerFlow.ATTRIBUTE, change.former(), change.manager());
    }
}
