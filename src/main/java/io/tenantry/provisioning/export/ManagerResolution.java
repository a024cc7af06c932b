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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        this.references = new ReferenceEntries(run, counters);
        this.audits = new AuditTrail(writes, run.context().application());
    }

    public void resolve(List<PendingReference> pending) {
        Holdings holdings =
                new StoredHoldings(source, target, run.context().job().number());
        List<PendingManagers.Resolved> resolved = PendingManagers.resolved(holdings, pending);
        Map<String, Entity> users = holdings.targets(
                resolved.stream().map(PendingManagers.Resolved::user).distinct().toList());
        Map<String, ProvisioningLogEntry> entries = entries(pending);
        resolved.forEach(each -> resolve(entries, users.get(each.user()), each));
        entries.values().forEach(writes::rewrite);
    }

    private Map<String, ProvisioningLogEntry> entries(List<PendingReference> pending) {
        List<String> ids = pending.stream().map(PendingReference::logId).toList();
        Map<String, ProvisioningLogEntry> entries = new HashMap<>();
        source.prefetch()
                .entries(ProvisioningLogEntry.TYPE, ids)
                .forEach(each -> entries.put(each.id(), ProvisioningLogEntry.of(each)));
        return entries;
    }

    private void resolve(Map<String, ProvisioningLogEntry> entries, Entity user, PendingManagers.Resolved resolved) {
        PendingReference reference = resolved.reference();
        // where the cycle stood still for longer than the log keeps its entry, nothing is told of it
        ProvisioningLogEntry entry = Optional.ofNullable(entries.get(reference.logId()))
                .orElseGet(() -> ProvisioningLogEntry.begin(reference.logId(), run.now()));
        EntryTexts texts = EntryTexts.of(
                ObjectType.USER, user.text("userPrincipalName"), run.context().names());
        if (resolved.manager().isEmpty()) {
            references.unresolved(entry, texts.managerUnresolved(reference.managerId()), true);
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
