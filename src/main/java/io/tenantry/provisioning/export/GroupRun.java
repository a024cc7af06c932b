package io.tenantry.provisioning.export;

import io.tenantry.audit.ProvisioningLogEntry;
import io.tenantry.provisioning.ProvisioningConfig;
import io.tenantry.provisioning.group.GroupDecision;
import io.tenantry.provisioning.group.GroupPage;
import io.tenantry.provisioning.group.JudgedGroup;
import io.tenantry.provisioning.link.PendingMembers;
import io.tenantry.provisioning.mapping.MappingPlan;
import io.tenantry.provisioning.object.NextLink;
import io.tenantry.provisioning.object.Outcome;
import io.tenantry.provisioning.object.Run;
import io.tenantry.provisioning.scope.Entitlement;
import java.util.ArrayList;
import java.util.List;

/** Takes groups of one page through decision, change, log and audit; their members follow when all users are there. */
public final class GroupRun {
    private final Run run;
    private final MappingPlan plan;
    private final BatchWrites writes;
    private final Counters counters;
    private final LogEntries entries;
    private final ObjectExport export;

    public GroupRun(Run run, ProvisioningConfig config, BatchWrites writes, Counters counters) {
        this.run = run;
        this.plan = run.context().rules().groups().plan();
        this.writes = writes;
        this.counters = counters;
        this.entries = new LogEntries(run, plan);
        AuditTrail audits = new AuditTrail(writes, run.context().application());
        this.export = new ObjectExport(run, new RetryPlan(config), writes, audits, counters);
    }

    /** @param number of the first log entry; each group may take one */
    public List<ProvisioningLogEntry> run(GroupPage page, long number) {
        GroupDecision decision = new GroupDecision(run);
        List<ProvisioningLogEntry> written = new ArrayList<>();
        for (JudgedGroup group : page.groups()) {
            Outcome outcome = decision.of(group);
            if (outcome instanceof Outcome.Defer defer) {
                NextLink.of(group.read(), defer, run.mode()).ifPresent(link -> writes.link(link, false));
            } else if (outcome.unknown()) {
                export.forget(group.read());
            } else {
                count(group);
                written.add(carryOut(ObjectChange.begin(run.context(), group, number++), outcome));
            }
        }
        return written;
    }

    /** Holds deletions back that were found. */
    public void stage(GroupPage page, long number) {
        for (JudgedGroup group : page.groups()) {
            writes.log(entries.staged(ObjectChange.begin(run.context(), group, number++)));
            NextLink.staged(group.read()).ifPresent(link -> writes.link(link, false));
            counters.staged++;
        }
    }

    private void count(JudgedGroup group) {
        counters.imported++;
        if (group.entitlement().filter(Entitlement::inScope).isPresent()) {
            counters.entitled++;
            counters.entitledForProvisioning++;
        }
    }

    private ProvisioningLogEntry carryOut(ObjectChange change, Outcome outcome) {
        export.apply(change, outcome);
        if (outcome instanceof Outcome.Kept && plan.mapsReferences()) {
            writes.membersOf(new PendingMembers(change.read().id(), change.entryId()));
        }
        ProvisioningLogEntry entry =
                entries.of(change, outcome, run.context().watch().getAsLong());
        writes.log(entry);
        return entry;
    }
}
