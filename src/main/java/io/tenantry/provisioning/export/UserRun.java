package io.tenantry.provisioning.export;

import io.tenantry.audit.ProvisioningLogEntry;
import io.tenantry.format.Ids;
import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.link.Escrow;
import io.tenantry.provisioning.link.LinkState;
import io.tenantry.provisioning.link.ObjectLink;
import io.tenantry.provisioning.link.PendingReference;
import io.tenantry.provisioning.mapping.ModifiedProperty;
import io.tenantry.provisioning.user.Decision;
import io.tenantry.provisioning.user.ManagerFlow;
import io.tenantry.provisioning.user.Mode;
import io.tenantry.provisioning.user.Outcome;
import io.tenantry.provisioning.user.Subject;
import io.tenantry.provisioning.user.Subjects;
import io.tenantry.store.Entity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Takes users of one page through decision, change, log and audit. The same code serves cycles and on-demand runs. */
public final class UserRun {
    private final JobContext context;
    private final Mode mode;
    private final Instant now;
    private final BatchWrites writes;
    private final Counters counters;
    private final RetryPlan retries;
    private final Entries entries;
    private final AuditTrail audits;

    public UserRun(
            JobContext context,
            String cycleId,
            Mode mode,
            Instant now,
            BatchWrites writes,
            Counters counters,
            RetryPlan retries) {
        this.context = context;
        this.mode = mode;
        this.now = now;
        this.writes = writes;
        this.counters = counters;
        this.retries = retries;
        this.entries = new Entries(context, cycleId, mode, now);
        this.audits = new AuditTrail(writes, context.servicePrincipal());
    }

    /** @param number of the first log entry; each subject may take one */
    public List<ProvisioningLogEntry> run(Subjects.Page page, long number) {
        Decision decision = new Decision(context, page.index(), mode, now);
        List<ProvisioningLogEntry> written = new ArrayList<>();
        for (Subject subject : page.subjects()) {
            Outcome outcome = decision.of(subject);
            count(subject, outcome);
            if (outcome instanceof Outcome.Defer defer) {
                defer(subject, defer.target());
            } else if (!isUnknown(outcome)) {
                written.add(carryOut(subject, outcome, Ids.ordered(number++)));
            }
        }
        return written;
    }

    private static boolean isUnknown(Outcome outcome) {
        return outcome instanceof Outcome.Skip skip && skip.reason() == Outcome.Skip.Reason.UNKNOWN;
    }

    private void defer(Subject subject, Entity target) {
        boolean invited = subject.link == null ? !mode.full() : subject.link.invited();
        save(subject, new ObjectLink(subject.id, target.id(), LinkState.LEAVING, invited));
    }

    private void save(Subject subject, ObjectLink link) {
        writes.link(link, subject.link == null);
    }

    private void count(Subject subject, Outcome outcome) {
        if (outcome instanceof Outcome.Defer || isUnknown(outcome)) {
            return;
        }
        counters.imported++;
        if (subject.entitlement != null && subject.entitlement.inScope()) {
            counters.entitled++;
            counters.entitledForProvisioning += subject.entitlement.effective() ? 1 : 0;
        }
    }

    private ProvisioningLogEntry carryOut(Subject subject, Outcome outcome, String entryId) {
        String changeId = Ids.random();
        long began = context.watch().getAsLong();
        ManagerFlow manager = ManagerFlow.of(context, subject, outcome);
        Outcome complete = manager.change().isPresent() ? manager.complete(outcome) : outcome;
        Entity target = apply(subject, complete, changeId);
        write(manager, changeId, target, entryId);
        counters.referenceDeltas += manager.change().isPresent() ? 1 : 0;
        ProvisioningLogEntry entry = entries.begin(entryId, changeId, subject, complete, target)
                .took((context.watch().getAsLong() - began) / 1_000_000);
        new EntryLog(entry, entries.texts(subject), subject).outcome(complete);
        writes.log(entry);
        return entry;
    }

    private void write(ManagerFlow manager, String changeId, Entity target, String entryId) {
        manager.change().ifPresent(change -> {
            writes.manager(change);
            audits.managerSet(changeId, target);
        });
        manager.pending()
                .ifPresent(each -> writes.reference(new PendingReference(each.sourceId(), each.managerId(), entryId)));
    }

    /** Makes the change; returns the target object, null for none. */
    private Entity apply(Subject subject, Outcome outcome, String changeId) {
        if (outcome instanceof Outcome.Fail fail) {
            fail(subject, fail, changeId);
            return subject.target;
        }
        if (subject.escrow != null) {
            writes.settle(subject.id);
        }
        if (outcome instanceof Outcome.Create create) {
            created(subject, create, changeId);
            return create.target();
        }
        if (outcome instanceof Outcome.Update update) {
            updated(subject, update, changeId);
            return update.target();
        }
        if (outcome instanceof Outcome.Delete delete) {
            deleted(subject, delete.target(), changeId);
            return delete.target();
        }
        if (outcome instanceof Outcome.Redundant redundant) {
            link(subject, redundant.target());
            return redundant.target();
        }
        if (outcome instanceof Outcome.Release) {
            save(subject, subject.link.in(LinkState.UNMANAGED));
        }
        return subject.target;
    }

    private void created(Subject subject, Outcome.Create create, String changeId) {
        writes.create(create.target());
        save(subject, new ObjectLink(subject.id, create.target().id(), LinkState.LINKED, false));
        audits.created(changeId, create.target());
        exported(subject, create.target(), changeId, "Add", "created");
    }

    private void updated(Subject subject, Outcome.Update update, String changeId) {
        Entity target = update.target();
        if (update.kind() == Outcome.Update.Kind.RESTORED) {
            writes.restore(target);
            audits.restored(changeId, target);
        }
        List<ModifiedProperty> values = update.modified();
        boolean ownValues = values.stream().anyMatch(each -> !each.name().equals(ManagerFlow.ATTRIBUTE));
        if (ownValues || update.kind() == Outcome.Update.Kind.REDEEMED) {
            writes.update(target);
            audits.updated(changeId, target, values);
        }
        link(subject, target);
        exported(subject, target, changeId, "Update", "updated");
    }

    private void deleted(Subject subject, Entity target, String changeId) {
        audits.deleted(changeId, target);
        writes.delete(target);
        save(subject, subject.link.in(LinkState.REMOVED));
        exported(subject, target, changeId, "Delete", "deleted");
    }

    private void exported(Subject subject, Entity target, String changeId, String rule, String done) {
        counters.exports++;
        counters.exported++;
        audits.exported(changeId, subject, target.id(), entries.texts(subject), rule, done);
    }

    private void fail(Subject subject, Outcome.Fail fail, String changeId) {
        counters.exports++;
        audits.failed(changeId, subject, entries.texts(subject), fail);
        if (!mode.onDemand()) {
            audits.escrowed(changeId, subject, entries.texts(subject), fail);
            Instant first = subject.escrow == null ? now : subject.escrow.firstFailed();
            int attempts = subject.escrow == null ? 1 : subject.escrow.attempts() + 1;
            String code = fail.failure().code();
            writes.escrow(new Escrow(subject.id, first, attempts, retries.next(first, code, now), code));
        }
    }

    /** Links what is not linked so already. An object that was joined outside an initial cycle keeps its UPN until one. */
    private void link(Subject subject, Entity target) {
        boolean joined = subject.link == null || !subject.link.targetId().equals(target.id());
        boolean invited = !mode.full() && (joined || subject.link.invited());
        ObjectLink link = new ObjectLink(subject.id, target.id(), LinkState.LINKED, invited);
        if (!link.equals(subject.link)) {
            save(subject, link);
        }
    }
}
