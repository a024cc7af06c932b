package io.tenantry.provisioning.ondemand;

import io.tenantry.audit.ProvisioningLogEntry;
import io.tenantry.provisioning.ProvisioningConfig;
import io.tenantry.provisioning.export.BatchWrites;
import io.tenantry.provisioning.export.Counters;
import io.tenantry.provisioning.export.GroupRun;
import io.tenantry.provisioning.export.ManagerResolution;
import io.tenantry.provisioning.export.MemberResolution;
import io.tenantry.provisioning.export.UserRun;
import io.tenantry.provisioning.group.GroupPage;
import io.tenantry.provisioning.group.GroupReader;
import io.tenantry.provisioning.group.MemberReader;
import io.tenantry.provisioning.job.SyncJob;
import io.tenantry.provisioning.job.SyncJobs;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.provisioning.link.PendingMembers;
import io.tenantry.provisioning.link.PendingReferences;
import io.tenantry.provisioning.object.Run;
import io.tenantry.provisioning.user.UserPage;
import io.tenantry.provisioning.user.UserReader;
import io.tenantry.store.Session;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes one object through what a cycle does with it; of a group the members that were named come along. */
final class SubjectRun {
    private final Run run;
    private final ProvisioningConfig config;
    private final Session source;
    private final Session target;
    private final Counters counters = new Counters();

    SubjectRun(Run run, ProvisioningConfig config, Session source, Session target) {
        this.run = run;
        this.config = config;
        this.source = source;
        this.target = target;
    }

    /** The log entries that were written, that of the object first; none where the source has no such object. */
    List<ProvisioningLogEntry> of(OnDemand.Subject subject) {
        return subject.type() == ObjectType.GROUP
                ? group(subject)
                : user(subject.id()).stream().toList();
    }

    private Optional<ProvisioningLogEntry> user(String id) {
        UserPage page = new UserReader(run.context(), source, target).byId(List.of(id));
        if (page.users().stream().noneMatch(user -> user.read().live())) {
            return Optional.empty();
        }
        BatchWrites writes = new BatchWrites();
        List<ProvisioningLogEntry> entries = new UserRun(run, config, writes, counters)
                .run(page, source.changes().nextNumbers(1));
        write(writes);
        return entries.stream().findFirst().map(entry -> manager(id, entry));
    }

    /** Who was not linked when his report was looked at; there is no second pass that would. */
    private ProvisioningLogEntry manager(String id, ProvisioningLogEntry entry) {
        PendingReferences pending =
                new PendingReferences(source, run.context().job().number());
        return pending.of(id)
                .filter(each -> each.logId().equals(entry.id()))
                .map(reference -> {
                    BatchWrites writes = new BatchWrites();
                    new ManagerResolution(run, source, target, writes, counters).resolve(List.of(reference));
                    write(writes);
                    return written(entry);
                })
                .orElse(entry);
    }

    /** With the members that are named, who are provisioned first: only who is in the target can be in a group there. */
    private List<ProvisioningLogEntry> group(OnDemand.Subject subject) {
        GroupPage page = new GroupReader(run.context(), source, target).byId(List.of(subject.id()));
        if (page.groups().stream().noneMatch(group -> group.read().live())) {
            return List.of();
        }
        List<ProvisioningLogEntry> members = MemberReader.users(source, subject.id(), subject.members()).stream()
                .flatMap(member -> user(member).stream())
                .toList();
        return Stream.concat(group(subject, page).stream(), members.stream()).toList();
    }

    private Optional<ProvisioningLogEntry> group(OnDemand.Subject subject, GroupPage page) {
        BatchWrites writes = new BatchWrites();
        List<ProvisioningLogEntry> entries = new GroupRun(run, config, writes, counters)
                .run(page, source.changes().nextNumbers(1));
        write(writes);
        return entries.stream().findFirst().map(entry -> members(subject, entry));
    }

    private ProvisioningLogEntry members(OnDemand.Subject group, ProvisioningLogEntry entry) {
        BatchWrites writes = new BatchWrites();
        new MemberResolution(run, source, target, writes, counters)
                .join(new PendingMembers(group.id(), entry.id()), group.members());
        write(writes);
        return written(entry);
    }

    /** As it was continued. */
    private ProvisioningLogEntry written(ProvisioningLogEntry entry) {
        return source.prefetch().entries(ProvisioningLogEntry.TYPE, List.of(entry.id())).stream()
                .findFirst()
                .map(ProvisioningLogEntry::of)
                .orElse(entry);
    }

    private void write(BatchWrites writes) {
        SyncJob job = run.context().job();
        writes.flush(source, target, job.number(), run.now());
        if (writes.freshLinks() > 0) {
            SyncJobs.save(source, job.withEntries(job.entries() + writes.freshLinks()));
        }
    }
}
