package io.tenantry.provisioning.export;

import io.tenantry.audit.ProvisioningLogEntry;
import io.tenantry.audit.ProvisioningLogEntry.Action;
import io.tenantry.audit.ProvisioningLogEntry.Status;
import io.tenantry.audit.ProvisioningLogEntry.StepType;
import io.tenantry.format.Ids;
import io.tenantry.provisioning.link.ObjectLink;
import io.tenantry.provisioning.link.ObjectLinks;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.provisioning.link.PendingReference;
import io.tenantry.provisioning.object.Run;
import io.tenantry.provisioning.user.ManagerFlow;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sets managers who were not linked when their reports were looked at. Who is not linked even now is not in scope; the report is fine
 * without him, and the reference is not tried again before the report changes (provisioning-engine.md §6.3).
 */
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

    /** A page of references with what is known of them: both users in the target, the present manager, the entry of the report. */
    private record Page(
            Map<String, ObjectLink> links,
            Map<String, Entity> targets,
            Map<String, String> managers,
            Map<String, ProvisioningLogEntry> entries) {

        Optional<Entity> target(String sourceId) {
            return Optional.ofNullable(links.get(sourceId))
                    .map(ObjectLink::targetId)
                    .map(targets::get);
        }
    }

    public void resolve(List<PendingReference> references) {
        Page page = read(references);
        references.forEach(each -> resolve(page, each));
        page.entries.values().forEach(writes::rewrite);
    }

    private Page read(List<PendingReference> references) {
        Map<String, ObjectLink> links = new ObjectLinks(
                        source, run.context().job().number())
                .of(references.stream()
                        .flatMap(each -> Stream.of(each.sourceId(), each.managerId()))
                        .collect(Collectors.toSet()));
        List<String> ids = links.values().stream()
                .filter(each -> each.state().managed())
                .map(ObjectLink::targetId)
                .toList();
        Map<String, Entity> targets = new HashMap<>();
        target.prefetch().objects(ids).stream()
                .filter(each -> each.get("deletedDateTime") == null)
                .forEach(each -> targets.put(each.id(), each));
        Map<String, String> managers = target.prefetch().target(ManagerFlow.ATTRIBUTE, ids);
        return new Page(links, targets, managers, entries(references));
    }

    private Map<String, ProvisioningLogEntry> entries(List<PendingReference> references) {
        List<String> ids = references.stream().map(PendingReference::logId).toList();
        Map<String, ProvisioningLogEntry> entries = new HashMap<>();
        source.prefetch()
                .entries(ProvisioningLogEntry.TYPE, ids)
                .forEach(each -> entries.put(each.id(), ProvisioningLogEntry.of(each)));
        return entries;
    }

    private void resolve(Page page, PendingReference reference) {
        Optional<Entity> user = page.target(reference.sourceId());
        if (user.isEmpty()) {
            return;
        }
        // where the cycle stood still for longer than the log keeps its entry, nothing is told of it
        ProvisioningLogEntry entry = Optional.ofNullable(page.entries.get(reference.logId()))
                .orElseGet(() -> ProvisioningLogEntry.begin(reference.logId(), run.now()));
        EntryTexts texts = EntryTexts.of(
                ObjectType.USER,
                user.get().text("userPrincipalName"),
                run.context().names());
        Optional<Entity> manager = page.target(reference.managerId());
        if (manager.isEmpty()) {
            unresolved(entry, texts.managerUnresolved(reference.managerId()));
        } else {
            String former = page.managers.get(user.get().id());
            set(
                    entry,
                    texts,
                    user.get(),
                    new ManagerFlow.NewManager(
                            user.get().id(), former, manager.get().id()));
        }
    }

    private void unresolved(ProvisioningLogEntry entry, String text) {
        String code = "UnableToResolveReferenceAttributeValue";
        counters.referenceFailures++;
        step(entry, Status.WARNING, text, Map.of("ErrorCode", code));
        if (!entry.skipped()) {
            entry.error(Status.WARNING, code, text, null);
        }
    }

    private void set(ProvisioningLogEntry entry, EntryTexts texts, Entity user, ManagerFlow.NewManager change) {
        if (change.manager().equals(change.former())) {
            return;
        }
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
