package io.tenantry.provisioning.export;

import io.tenantry.audit.ProvisioningLogEntry;
import io.tenantry.audit.ProvisioningLogEntry.Action;
import io.tenantry.audit.ProvisioningLogEntry.Status;
import io.tenantry.audit.ProvisioningLogEntry.StepType;
import io.tenantry.format.Ids;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.provisioning.link.PendingReference;
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
    private final Counters counters;
    private final AuditTrail audits;

    public ManagerResolution(Run run, Session source, Session target, BatchWrites writes, Counters counters) {
        this.run = run;
        this.source = source;
        this.target = target;
        this.writes = writes;
        this.counters = counters;
        this.audits = new AuditTrail(writes, run.context().application());
    }

    public void resolve(List<PendingReference> references) {
        PendingManagers page = PendingManagers.read(
                new StoredHoldings(source, target, run.context().job().number()), references);
        Map<String, ProvisioningLogEntry> entries = entries(references);
        references.forEach(each -> page.of(each).ifPresent(resolved -> resolve(entries, resolved)));
        entries.values().forEach(writes::rewrite);
    }

    private Map<String, ProvisioningLogEntry> entries(List<PendingReference> references) {
        List<String> ids = references.stream().map(PendingReference::logId).toList();
        Map<String, ProvisioningLogEntry> entries = new HashMap<>();
        source.prefetch()
                .entries(ProvisioningLogEntry.TYPE, ids)
                .forEach(each -> entries.put(each.id(), ProvisioningLogEntry.of(each)));
        return entries;
    }

    private void resolve(Map<String, ProvisioningLogEntry> entries, PendingManagers.Resolved resolved) {
        PendingReference reference = resolved.reference();
        // where the cycle stood still for longer than the log keeps its entry, nothing is told of it
        ProvisioningLogEntry entry = Optional.ofNullable(entries.get(reference.logId()))
                .orElseGet(() -> ProvisioningLogEntry.begin(reference.logId(), run.now()));
        EntryTexts texts = EntryTexts.of(
                ObjectType.USER,
                resolved.user().text("userPrincipalName"),
                run.context().names());
        if (resolved.manager().isEmpty()) {
            unresolved(entry, texts.managerUnresolved(reference.managerId()));
        } else if (!resolved.isHeld()) {
            set(entry, texts, resolved.user(), resolved.manager().get());
        }
    }

    private void unresolved(ProvisioningLogEntry entry, String text) {
        EntryResult result = EntryResult.unresolved(text);
        counters.referenceFailures++;
        step(entry, result.status(), text, Map.of("ErrorCode", result.code()));
        // an answer on demand is Success, Skipped or Failure (provisioning-engine.md §8): its step tells of the
        // reference
        if (!entry.skipped() && !run.mode().onDemand()) {
            result.complain(entry);
        }
    }

    private void set(ProvisioningLogEntry entry, EntryTexts texts, Entity user, ManagerFlow.NewManager change) {
        writes.manager(change);
        audits.managerSet(Ids.random(), user);
        counters.referenceDeltas++;
        if (entry.skipped()) {
            entry.action(Action.UPDATE).status(Status.SUCCESS);
            counters.exports++;
            counters.exported++;
        }
        step(entry, Status.SUCCESS, texts.managerSet(change.manager()), Map.of());
        entry.modified(ManagerFlow.ATTRIBUTE, change.former(), change.manager());
    }

    private static void step(ProvisioningLogEntry entry, Status status, String text, Map<String, String> details) {
        entry.step("EntryExportUpdate", StepType.REFERENCE_RESOLUTION, status, text, details);
    }
}
