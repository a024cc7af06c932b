package io.tenantry.provisioning.cycle;

import io.tenantry.audit.ProvisioningLogEntry;
import io.tenantry.audit.ProvisioningLogEntry.Action;
import io.tenantry.audit.ProvisioningLogEntry.Status;
import io.tenantry.audit.ProvisioningLogEntry.StepType;
import io.tenantry.format.Ids;
import io.tenantry.provisioning.export.AuditTrail;
import io.tenantry.provisioning.export.BatchWrites;
import io.tenantry.provisioning.export.EntryTexts;
import io.tenantry.provisioning.link.ObjectLink;
import io.tenantry.provisioning.link.PendingReference;
import io.tenantry.provisioning.user.ManagerChange;
import io.tenantry.provisioning.user.ManagerFlow;
import io.tenantry.store.Entity;
import io.tenantry.store.Prefetch.Edge;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The second pass: managers who were not linked when their reports were looked at. Who is not linked even now is not in scope; the
 * report is fine without him, and the reference is not tried again before the report changes (provisioning-engine.md §6.3).
 */
final class ReferencesPass implements Pass {
    @Override
    public int advance(CycleBatch batch) {
        List<PendingReference> page = batch.references().next(batch.state().cursor(), batch.size());
        if (page.isEmpty()) {
            batch.enter(Phase.FINISH);
            return 0;
        }
        new Resolution(batch, page).run();
        batch.at(page.get(page.size() - 1).sourceId());
        return page.size();
    }

    /** One page of references with what they need to know. */
    private static final class Resolution {
        private final CycleBatch batch;
        private final List<PendingReference> page;
        private final BatchWrites writes = new BatchWrites();
        private final AuditTrail audits;
        private final Map<String, Entity> targets = new HashMap<>();
        private final Map<String, String> managers = new HashMap<>();
        private final Map<String, ProvisioningLogEntry> entries = new HashMap<>();
        private final Map<String, ObjectLink> links;

        Resolution(CycleBatch batch, List<PendingReference> page) {
            this.batch = batch;
            this.page = page;
            this.audits = new AuditTrail(writes, batch.context().servicePrincipal());
            this.links = batch.links()
                    .of(page.stream()
                            .flatMap(each -> Stream.of(each.sourceId(), each.managerId()))
                            .collect(Collectors.toSet()));
            List<String> ids = links.values().stream()
                    .filter(each -> each.state().managed())
                    .map(ObjectLink::targetId)
                    .toList();
            batch.target().prefetch().objects(ids).stream()
                    .filter(each -> each.get("deletedDateTime") == null)
                    .forEach(each -> targets.put(each.id(), each));
            for (Edge edge : batch.target().prefetch().edges(ManagerFlow.ATTRIBUTE, ids)) {
                managers.put(edge.source(), edge.target());
            }
            batch.source()
                    .prefetch()
                    .entries(
                            ProvisioningLogEntry.TYPE,
                            page.stream().map(PendingReference::logId).toList())
                    .forEach(each -> entries.put(each.id(), ProvisioningLogEntry.of(each)));
        }

        void run() {
            page.forEach(this::resolve);
            batch.write(writes);
            batch.source()
                    .updateAll(entries.values().stream()
                            .map(ProvisioningLogEntry::toEntity)
                            .toList());
        }

        private void resolve(PendingReference reference) {
            Entity user = target(reference.sourceId());
            Entity manager = target(reference.managerId());
            EntryTexts texts = texts(user);
            if (user == null) {
                return;
            }
            // where the cycle stood still for longer than the log keeps its entry, nothing is told of it
            ProvisioningLogEntry entry = Optional.ofNullable(entries.get(reference.logId()))
                    .orElseGet(() -> ProvisioningLogEntry.begin(reference.logId(), batch.now()));
            if (manager == null) {
                unresolved(entry, texts, reference);
            } else if (!manager.id().equals(managers.get(user.id()))) {
                set(entry, texts, user, manager);
            }
        }

        private void unresolved(ProvisioningLogEntry entry, EntryTexts texts, PendingReference reference) {
            batch.counters().referenceFailures++;
            String text = texts.managerUnresolved(reference.managerId());
            entry.step(
                    "EntryExportUpdate",
                    StepType.REFERENCE_RESOLUTION,
                    Status.WARNING,
                    text,
                    Map.of("ErrorCode", "UnableToResolveReferenceAttributeValue"));
            if (!entry.skipped()) {
                entry.error(Status.WARNING, "UnableToResolveReferenceAttributeValue", text, null);
            }
        }

        private void set(ProvisioningLogEntry entry, EntryTexts texts, Entity user, Entity manager) {
            String former = managers.get(user.id());
            writes.manager(new ManagerChange(user.id(), former, manager.id()));
            audits.managerSet(Ids.random(), user);
            batch.counters().referenceDeltas++;
            if (entry.skipped()) {
                entry.action(Action.UPDATE).status(Status.SUCCESS);
                batch.counters().exports++;
                batch.counters().exported++;
            }
            entry.step(
                    "EntryExportUpdate",
                    StepType.REFERENCE_RESOLUTION,
                    Status.SUCCESS,
                    texts.managerSet(manager.id()),
                    Map.of());
            entry.modified(ManagerFlow.ATTRIBUTE, former, manager.id());
        }

        private Entity target(String sourceId) {
            ObjectLink link = links.get(sourceId);
            return link == null ? null : targets.get(link.targetId());
        }

        private EntryTexts texts(Entity user) {
            String name = user == null ? "" : user.text("userPrincipalName");
            return new EntryTexts(
                    name,
                    batch.context().names().source(),
                    batch.context().names().target());
        }
    }
}
