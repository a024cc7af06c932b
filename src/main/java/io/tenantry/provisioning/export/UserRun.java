package io.tenantry.provisioning.export;

import io.tenantry.audit.ProvisioningLogEntry;
import io.tenantry.provisioning.AllCores;
import io.tenantry.provisioning.ProvisioningConfig;
import io.tenantry.provisioning.link.PendingReference;
import io.tenantry.provisioning.object.NextLink;
import io.tenantry.provisioning.object.Outcome;
import io.tenantry.provisioning.object.Run;
import io.tenantry.provisioning.object.SourceObject;
import io.tenantry.provisioning.scope.Entitlement;
import io.tenantry.provisioning.user.Decided;
import io.tenantry.provisioning.user.Decision;
import io.tenantry.provisioning.user.JudgedUser;
import io.tenantry.provisioning.user.ManagerFlow;
import io.tenantry.provisioning.user.UserPage;
import java.util.ArrayList;
import java.util.List;

/** Takes users of one page through decision, change, log and audit. The same code serves cycles and on-demand runs. */
public final class UserRun {
    private final Run run;
    private final BatchWrites writes;
    private final Counters counters;
    private final LogEntries entries;
    private final AuditTrail audits;
    private final ObjectExport export;

    public UserRun(Run run, ProvisioningConfig config, BatchWrites writes, Counters counters) {
        this.run = run;
        this.writes = writes;
        this.counters = counters;
        this.entries = new LogEntries(run, run.context().rules().plan());
        this.audits = new AuditTrail(writes, run.context().application());
        this.export = new ObjectExport(run, new RetryPlan(config), writes, audits, counters);
    }

    private record CarriedOut(ObjectChange change, Outcome outcome, long ended) {}

    /** @param number of the first log entry; each user may take one */
    public List<ProvisioningLogEntry> run(UserPage page, long number) {
        Decision decision = new Decision(run, page.index());
        List<CarriedOut> carriedOut = new ArrayList<>();
        for (JudgedUser user : page.users()) {
            Decided decided = decision.decide(user);
            if (decided.outcome().unknown()) {
                export.forget(user.read());
            } else if (!postponed(user.read(), decided.outcome())) {
                count(user);
                carriedOut.add(carryOut(ObjectChange.begin(run.context(), decided.user(), number++), decided));
            }
        }
        List<ProvisioningLogEntry> written = AllCores.stream(carriedOut)
                .map(each -> entries.of(each.change, each.outcome, each.ended))
                .toList();
        written.forEach(writes::log);
        return written;
    }

    /** Whether a later pass of the cycle is to look at the user once more; nothing is said of it before. */
    private boolean postponed(SourceObject read, Outcome outcome) {
        if (outcome instanceof Outcome.Defer) {
            NextLink.of(read, outcome, run.mode())
                    .ifPresent(link -> writes.link(link, read.link().isEmpty()));
        } else if (outcome instanceof Outcome.Wait wait) {
            export.postpone(read, wait.failure());
        }
        return outcome instanceof Outcome.Defer || outcome instanceof Outcome.Wait;
    }

    /** Holds deletions back that were found. */
    public void stage(UserPage page, long number) {
        for (JudgedUser user : page.users()) {
            ObjectChange change = ObjectChange.begin(run.context(), user, number++);
            count(user);
            writes.log(entries.staged(change));
            NextLink.staged(user.read()).ifPresent(link -> writes.link(link, false));
            counters.staged++;
        }
    }

    private void count(JudgedUser user) {
        counters.imported++;
        user.entitlement().filter(Entitlement::inScope).ifPresent(entitlement -> {
            counters.entitled++;
            counters.entitledForProvisioning += entitlement.effective() ? 1 : 0;
        });
    }

    private CarriedOut carryOut(ObjectChange change, Decided decided) {
        export.apply(change, decided.outcome());
        flow(change, decided);
        return new CarriedOut(change, decided.outcome(), run.context().watch().getAsLong());
    }

    private void flow(ObjectChange change, Decided decided) {
        if (decided.manager() instanceof ManagerFlow.Pending pending) {
            writes.reference(new PendingReference(change.read().id(), pending.manager(), change.entryId()));
        }
        if (decided.manager() instanceof ManagerFlow.NewManager other
                && decided.outcome() instanceof Outcome.Kept kept) {
            writes.manager(other);
            audits.managerSet(change.id(), kept.target());
            counters.referenceDeltas++;
        }
    }
}
