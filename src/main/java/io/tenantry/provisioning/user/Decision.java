package io.tenantry.provisioning.user;

import io.tenantry.directory.lifecycle.DirectoryObjects;
import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.link.LinkState;
import io.tenantry.provisioning.mapping.Failure;
import io.tenantry.provisioning.mapping.MappingPlan;
import io.tenantry.provisioning.mapping.MappingPlan.Operation;
import io.tenantry.provisioning.mapping.ModifiedProperty;
import io.tenantry.provisioning.matching.Match;
import io.tenantry.provisioning.matching.Matcher;
import io.tenantry.provisioning.matching.TargetIndex;
import io.tenantry.provisioning.user.Outcome.Skip.Reason;
import io.tenantry.provisioning.user.Outcome.Update.Kind;
import io.tenantry.store.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decides what is to be done to one object, in the order of provisioning-engine.md §6. Writes nothing but the objects at hand. */
public final class Decision {
    private final MappingPlan plan;
    private final TargetIndex index;
    private final Matcher matcher;
    private final Mode mode;
    private final ExternalUsers users;

    public Decision(JobContext context, TargetIndex index, Mode mode, Instant now) {
        this.plan = context.plan();
        this.index = index;
        this.matcher = new Matcher(index);
        this.mode = mode;
        this.users = new ExternalUsers(context, now);
    }

    public Outcome of(Subject subject) {
        if (!subject.exists() || subject.deletedInSource()) {
            return left(subject);
        }
        if (!subject.entitlement.eligible()) {
            return new Outcome.Skip(Reason.NOT_ENTITLED);
        }
        if (!subject.entitlement.inScope()) {
            return outOfScope(subject);
        }
        if (subject.failure != null) {
            return new Outcome.Fail(subject.failure, !subject.managed());
        }
        return inScope(subject);
    }

    /** Deleted in the source, for the time being or for good. */
    private Outcome left(Subject subject) {
        if (subject.managed() && subject.targetLive()) {
            return delete(subject);
        }
        return new Outcome.Skip(subject.exists() ? Reason.NOT_ENTITLED : Reason.UNKNOWN);
    }

    private Outcome outOfScope(Subject subject) {
        if (!subject.managed() || !subject.targetLive()) {
            return new Outcome.Skip(Reason.NOT_ENTITLED);
        }
        // who was disabled before leaving is not deleted (provisioning-engine.md §6.3, §18.8)
        boolean disabledOnBothSides = !subject.entitlement.active() && !subject.target.flag("accountEnabled");
        return disabledOnBothSides ? new Outcome.Release() : delete(subject);
    }

    private Outcome delete(Subject subject) {
        if (!plan.allows(Operation.DELETE)) {
            return new Outcome.Skip(Reason.OPERATION_OFF);
        }
        return mode.reducing() ? new Outcome.Delete(subject.target) : new Outcome.Defer(subject.target);
    }

    private Outcome inScope(Subject subject) {
        if (subject.link == null) {
            return match(subject);
        }
        if (subject.targetLive()) {
            return update(subject, subject.target, Kind.CHANGED, mode.full() || !subject.link.invited());
        }
        if (subject.target != null) {
            return subject.link.state() == LinkState.REMOVED
                    ? restore(subject)
                    : new Outcome.Skip(Reason.DELETED_IN_TARGET);
        }
        // the anchor is gone for good; only a restart matches anew what the engine did not remove itself
        return subject.managed() && !mode.full()
                ? new Outcome.Fail(
                        new Failure(
                                "InvalidAnchor",
                                "The object that was linked to the user is gone in the target.",
                                "Restart provisioning, so that the user is matched again."),
                        false)
                : match(subject);
    }

    private Outcome match(Subject subject) {
        Match match = matcher.match(subject.candidate);
        if (match instanceof Match.Bound bound) {
            return update(subject, bound.target(), Kind.CHANGED, mode.full());
        }
        if (match instanceof Match.Shared shared) {
            return update(subject, shared.target(), Kind.CHANGED, mode.full());
        }
        if (match instanceof Match.Pending pending) {
            return subject.entitlement.active()
                    ? update(subject, pending.target(), Kind.REDEEMED, mode.full())
                    : new Outcome.Skip(Reason.NOT_ENTITLED);
        }
        if (!subject.entitlement.active()) {
            return new Outcome.Skip(Reason.NOT_ENTITLED);
        }
        return match instanceof Match.Collision collision
                ? new Outcome.Fail(collision.failure(), true)
                : create(subject);
    }

    private Outcome create(Subject subject) {
        if (!plan.allows(Operation.ADD)) {
            return new Outcome.Skip(Reason.OPERATION_OFF);
        }
        Optional<Failure> refused = users.invitationsRefused();
        if (refused.isPresent()) {
            return new Outcome.Fail(refused.get(), true);
        }
        Entity user = users.create(subject);
        List<ModifiedProperty> modified = plan.create(subject.values, user);
        users.redeem(user, subject);
        index.add(user);
        return new Outcome.Create(user, modified);
    }

    private Outcome restore(Subject subject) {
        if (mode.onDemand() || !subject.entitlement.active()) {
            return new Outcome.Skip(Reason.NOT_ENTITLED);
        }
        Entity restored = subject.target.copy();
        DirectoryObjects.unmarkDeleted(restored);
        return update(subject, restored, Kind.RESTORED, true);
    }

    private Outcome update(Subject subject, Entity target, Kind kind, boolean renames) {
        if (!plan.allows(Operation.UPDATE)) {
            return new Outcome.Skip(Reason.OPERATION_OFF);
        }
        if (!mode.reducing()
                && target.flag("accountEnabled")
                && "False".equals(subject.values.text("accountEnabled"))) {
            return new Outcome.Defer(target);
        }
        Entity changed = target.copy();
        List<ModifiedProperty> modified = plan.update(subject.values, changed, renames);
        boolean addressed = kind == Kind.RESTORED
                || modified.stream()
                        .anyMatch(each ->
                                each.name().equals("mail") || each.name().equals("userPrincipalName"));
        Optional<Failure> conflict = addressed ? matcher.conflict(changed) : Optional.empty();
        if (conflict.isPresent()) {
            return new Outcome.Fail(conflict.get(), false);
        }
        if (kind == Kind.REDEEMED) {
            users.redeem(changed, subject);
        }
        index.replace(target, changed);
        return modified.isEmpty() && kind == Kind.CHANGED
                ? new Outcome.Redundant(changed)
                : new Outcome.Update(changed, modified, kind);
    }
}
