package io.tenantry.provisioning.export;

import io.tenantry.audit.Actor;
import io.tenantry.audit.AuditEvent;
import io.tenantry.audit.AuditLog;
import io.tenantry.audit.ProvisioningLogEntry;
import io.tenantry.directory.lifecycle.DirectoryObjects;
import io.tenantry.provisioning.group.MemberChange;
import io.tenantry.provisioning.link.Escrow;
import io.tenantry.provisioning.link.Escrows;
import io.tenantry.provisioning.link.ObjectLink;
import io.tenantry.provisioning.link.ObjectLinks;
import io.tenantry.provisioning.link.PendingMembers;
import io.tenantry.provisioning.link.PendingMemberships;
import io.tenantry.provisioning.link.PendingReference;
import io.tenantry.provisioning.link.PendingReferences;
import io.tenantry.provisioning.user.ManagerFlow;
import io.tenantry.store.Entity;
import io.tenantry.store.Insertion;
import io.tenantry.store.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What a batch writes in both tenants, gathered and then written statement by statement, not object by object. */
public final class BatchWrites {
    private final Map<String, Entity> created = new LinkedHashMap<>();
    private final Map<String, Entity> updated = new LinkedHashMap<>();
    private final Map<String, Entity> deleted = new LinkedHashMap<>();
    private final Map<String, Entity> restored = new LinkedHashMap<>();
    private final List<AuditEvent> targetAudits = new ArrayList<>();
    /** Made where they are made into rows, beside what is written before them. */
    private final List<Supplier<AuditEvent>> sourceAudits = new ArrayList<>();

    private final List<ProvisioningLogEntry> entries = new ArrayList<>();
    private final List<ProvisioningLogEntry> continued = new ArrayList<>();
    private final Map<String, ObjectLink> links = new LinkedHashMap<>();
    private final List<Escrow> escrows = new ArrayList<>();
    private final List<String> settled = new ArrayList<>();
    private final List<PendingReference> references = new ArrayList<>();
    private final Map<String, ManagerFlow.NewManager> managers = new LinkedHashMap<>();
    private final List<PendingMembers> groups = new ArrayList<>();
    private final List<MemberChange> members = new ArrayList<>();

    private final boolean exchanging;
    private long freshLinks;

    public BatchWrites() {
        this(false);
    }

    private BatchWrites(boolean exchanging) {
        this.exchanging = exchanging;
    }

    /** In which users take names that others of them give up, in whatever order. */
    public static BatchWrites exchanging() {
        return new BatchWrites(true);
    }

    void create(Entity user) {
        created.put(user.id(), user);
    }

    void update(Entity user) {
        Stream.of(created, restored)
                .filter(each -> each.containsKey(user.id()))
                .findFirst()
                .orElse(updated)
                .put(user.id(), user);
    }

    void delete(Entity user) {
        deleted.put(user.id(), user);
    }

    void restore(Entity user) {
        restored.put(user.id(), user);
    }

    void manager(ManagerFlow.NewManager change) {
        managers.merge(change.user(), change, ManagerFlow.NewManager::then);
    }

    void member(MemberChange change) {
        members.add(change);
    }

    /** Whose members are to be looked at. */
    void membersOf(PendingMembers group) {
        groups.add(group);
    }

    /** @param fresh whether the source was never linked before */
    void link(ObjectLink link, boolean fresh) {
        links.put(link.sourceId(), link);
        freshLinks += fresh ? 1 : 0;
    }

    public long freshLinks() {
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

    /** An entry that an earlier batch of the cycle wrote goes on. */
    void rewrite(ProvisioningLogEntry entry) {
        continued.add(entry);
    }

    List<AuditEvent> targetAudits() {
        return targetAudits;
    }

    List<Supplier<AuditEvent>> sourceAudits() {
        return sourceAudits;
    }

    /** Counts the log entries that are written. */
    public void count(Counters counters) {
        entries.forEach(each -> counters.count(each.result(), 1));
        continued.forEach(each -> each.before().ifPresent(before -> {
            counters.count(before, -1);
            counters.count(each.result(), 1);
        }));
    }

    public void flush(Session source, Session target, int job, Instant now) {
        Insertion targetLog =
                AuditLog.recording(target, now, Actor.SYNC_FABRIC, targetAudits.size(), () -> targetAudits);
        Insertion log = source.inserting(
                () -> entries.stream().map(ProvisioningLogEntry::toEntity).toList());
        Insertion sourceLog =
                AuditLog.recording(source, now, Actor.CLOUD_SYNC, sourceAudits.size(), () -> sourceAudits.stream()
                        .map(Supplier::get)
                        .toList());
        flushObjects(target, now);
        ManagerWrites.write(target, List.copyOf(managers.values()));
        MemberWrites.write(target, members, now);
        target.insertAll(targetLog);
        source.insertAll(log);
        source.updateAll(continued.stream().map(ProvisioningLogEntry::toEntity).toList());
        source.insertAll(sourceLog);
        new ObjectLinks(source, job).save(links.values());
        new Escrows(source, job).save(escrows);
        new Escrows(source, job).remove(settled);
        new PendingReferences(source, job).save(references);
        new PendingMemberships(source, job).save(groups);
    }

    /** What comes back and what is new comes last: the others may free names and addresses that they take. */
    private void flushObjects(Session target, Instant now) {
        deleted.values().forEach(each -> DirectoryObjects.softDelete(target, each, now));
        if (exchanging) {
            DirectoryObjects.exchangeAll(target, updated.values());
        } else {
            DirectoryObjects.updateAll(target, updated.values());
        }
        restored.values().forEach(each -> DirectoryObjects.restore(target, each));
        DirectoryObjects.createAll(target, created.values());
    }
}
