package io.tenantry.provisioning.group;

import io.tenantry.directory.lifecycle.DirectoryObjects;
import io.tenantry.directory.object.GroupKind;
import io.tenantry.provisioning.job.GroupSynchronization;
import io.tenantry.provisioning.link.LinkState;
import io.tenantry.provisioning.mapping.Failure;
import io.tenantry.provisioning.mapping.MappedValues;
import io.tenantry.provisioning.mapping.MappingPlan;
import io.tenantry.provisioning.mapping.MappingPlan.Operation;
import io.tenantry.provisioning.mapping.ModifiedProperty;
import io.tenantry.provisioning.object.Mode;
import io.tenantry.provisioning.object.Outcome;
import io.tenantry.provisioning.object.Outcome.Skip.Reason;
import io.tenantry.provisioning.object.Outcome.Update.Kind;
import io.tenantry.provisioning.object.Run;
import io.tenantry.provisioning.object.SourceObject;
import io.tenantry.provisioning.scope.Entitlement;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.Optional;

/** Decides what is to be done to one group (provisioning-engine.md §11). Writes nothing but the objects at hand. */
public final class GroupDecision {
    private final Run run;
    private final GroupSynchronization rules;
    private final MappingPlan plan;
    private final Mode mode;

    public GroupDecision(Run run) {
        this.run = run;
        this.rules = run.context().rules().groups();
        this.plan = rules.plan();
        this.mode = run.mode();
    }

    public Outcome of(JudgedGroup group) {
        if (!rules.enabled()) {
            boolean assigned = group.entitlement().filter(Entitlement::assigned).isPresent();
            return new Outcome.Skip(assigned && group.read().live() ? Reason.TYPE_OFF : Reason.UNKNOWN);
        }
        Outcome outcome = decide(group);
        return refusal(group, outcome)
                .<Outcome>map(failure -> new Outcome.Fail(failure, !group.read().managed()))
                .orElse(outcome);
    }

    /** Where the target lets no groups in, those that are there stay as they are, and what is due waits. */
    private Optional<Failure> refusal(JudgedGroup group, Outcome outcome) {
        if (!(outcome instanceof Outcome.Targeted targeted)) {
            return Optional.empty();
        }
        if (!rules.letIn()) {
            return Optional.of(GroupSynchronization.closed("groupSyncInbound"));
        }
        return GroupKind.assignableToRole(targeted.target()) && !rules.roleEnabledLetIn()
                ? Optional.of(GroupSynchronization.closed("roleEnabledGroupSyncInbound"))
                : Optional.empty();
    }

    private Outcome decide(JudgedGroup group) {
        SourceObject read = group.read();
        if (!read.live()) {
            return leave(read, read.object().isPresent() ? Reason.NOT_ENTITLED : Reason.UNKNOWN);
        }
        Entitlement entitlement = group.entitlement().orElseThrow();
        if (!entitlement.eligible()) {
            return new Outcome.Skip(Reason.NOT_ENTITLED);
        }
        if (!entitlement.inScope()) {
            return leave(read, Reason.NOT_ENTITLED);
        }
        if (group.mapping() instanceof GroupMapping.Failed failed) {
            return new Outcome.Fail(failed.failure(), !read.managed());
        }
        return keep(group, ((GroupMapping.Made) group.mapping()).values());
    }

    private Outcome leave(SourceObject read, Reason otherwise) {
        if (!read.managed() || read.liveTarget().isEmpty()) {
            return new Outcome.Skip(otherwise);
        }
        if (!plan.allows(Operation.DELETE)) {
            return new Outcome.Skip(Reason.OPERATION_OFF);
        }
        Entity target = read.liveTarget().get();
        return mode.reducing() ? new Outcome.Delete(target) : new Outcome.Defer(target);
    }

    private Outcome keep(JudgedGroup group, MappedValues values) {
        SourceObject read = group.read();
        if (read.target().isEmpty()) {
            boolean lost = read.managed() && !mode.full();
            return lost ? new Outcome.Fail(Failure.lostAnchor("group"), false) : match(group, values);
        }
        if (read.liveTarget().isPresent()) {
            return update(values, read.liveTarget().get(), Kind.CHANGED);
        }
        boolean ours = read.link().orElseThrow().state() == LinkState.REMOVED;
        return ours ? restore(values, read.target().get()) : new Outcome.Skip(Reason.DELETED_IN_TARGET);
    }

    /** What another job, or this one before its links were forgotten, made of the group; no other group is ever joined. */
    private Outcome match(JudgedGroup group, MappedValues values) {
        return group.made().isPresent()
                ? update(values, group.made().get(), Kind.CHANGED)
                : create(group.read(), values);
    }

    private Outcome create(SourceObject read, MappedValues values) {
        if (!plan.allows(Operation.ADD)) {
            return new Outcome.Skip(Reason.OPERATION_OFF);
        }
        Entity source = read.object().orElseThrow();
        boolean roleEnabled = GroupKind.assignableToRole(source) && rules.roleEnabledLetIn();
        Entity made = SyncedGroup.create(run.context().source(), source, roleEnabled, run.now());
        return new Outcome.Create(made, plan.create(values, made));
    }

    private Outcome restore(MappedValues values, Entity deleted) {
        if (mode.onDemand()) {
            return new Outcome.Skip(Reason.NOT_ENTITLED);
        }
        Entity restored = deleted.copy();
        DirectoryObjects.unmarkDeleted(restored);
        return update(values, restored, Kind.RESTORED);
    }

    private Outcome update(MappedValues values, Entity target, Kind kind) {
        if (!plan.allows(Operation.UPDATE)) {
            return new Outcome.Skip(Reason.OPERATION_OFF);
        }
        Entity changed = target.copy();
        List<ModifiedProperty> modified = plan.update(values, changed, true);
        return modified.isEmpty() && kind == Kind.CHANGED
                ? new Outcome.Redundant(changed)
                : new Outcome.Update(changed, modified, kind);
    }
}
