package io.tenantry.provisioning.cycle;

import io.tenantry.audit.Actor;
import io.tenantry.audit.AuditEvent;
import io.tenantry.audit.AuditLog;
import io.tenantry.audit.ProvisioningLogEntry;
import io.tenantry.store.Change;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a batch writes in both tenants, gathered and then written statement by statement, not object by object. */
final class BatchWrites {
    private final Map<String, Entity> created = new LinkedHashMap<>();
    private final Map<String, Entity> updated = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<AuditEvent> targetAudits = new ArrayList<>();
    private final List<AuditEvent> sourceAudits = new ArrayList<>();
    private final List<ProvisioningLogEntry> entries = new ArrayList<>();
    private final Map<String, Link> links = new LinkedHashMap<>();
    private final List<Escrow> escrows = new ArrayList<>();
    private final List<String> settled = new ArrayList<>();
    private final List<PendingReference> references = new ArrayList<>();
    private final List<ManagerChange> managers = new ArrayList<>();

    private long freshLinks;

    void create(Entity user) {
        created.put(user.id(), user);
        changes.add(Change.of(user, Change.Kind.CREATED));
    }

    void update(Entity user, Change.Kind kind) {
        if (created.containsKey(user.id())) {
            created.put(user.id(), user);
        } else {
            updated.put(user.id(), user);
        }
        changes.add(Change.of(user, kind));
    }

    void manager(ManagerChange change) {
        managers.add(change);
    }

    /** @param fresh whether the source was never linked before */
    void link(Link link, boolean fresh) {
        links.put(link.sourceId(), link);
        freshLinks += fresh ? 1 : 0;
    }

    long freshLinks() {
        return freshLinks;
    }

    void escrow(Escrow escrow) {
        escrows.add(escrow);
    }

    void settle(String sourceId) {
        settled.add(sourceId);
    }

    void reference(PendingReference reference) {
        references.add(reference);
    }

    void log(ProvisioningLogEntry entry) {
        entries.add(entry);
    }

    List<AuditEvent> targetAudits() {
        return targetAudits;
    }

    List<AuditEvent> sourceAudits() {
        return sourceAudits;
    }

    /** Updates go first: they may free names and addresses that new objects take. */
    void flush(Session source, Session target, int job, Instant now) {
        target.updateAll(updated.values());
        target.insertAll(created.values());
        ManagerChange.write(target, managers);
        managers.forEach(each -> changes.addAll(each.changes()));
        target.changed(changes);
        AuditLog.record(target, now, Actor.SYNC_FABRIC, targetAudits);
        source.insertAll(entries.stream().map(ProvisioningLogEntry::toEntity).toList());
        AuditLog.record(source, now, Actor.CLOUD_SYNC, sourceAudits);
        new Links(source, job).save(links.values());
        new Escrows(source, job).save(escrows);
        new Escrows(source, job).remove(settled);
        new PendingReferences(source, job).save(references);
    }
}
