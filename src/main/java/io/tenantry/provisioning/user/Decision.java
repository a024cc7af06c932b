package io.tenantry.provisioning.user;

import io.tenantry.directory.lifecycle.DirectoryObjects;
import io.tenantry.provisioning.link.LinkState;
import io.tenantry.provisioning.link.ObjectLink;
import io.tenantry.provisioning.mapping.Failure;
import io.tenantry.provisioning.mapping.MappingPlan;
import io.tenantry.provisioning.mapping.MappingPlan.Operation;
import io.tenantry.provisioning.mapping.ModifiedProperty;
import io.tenantry.provisioning.matching.Matcher;
import io.tenantry.provisioning.matching.TargetIndex;
import io.tenantry.provisioning.matching.TargetMatch;
import io.tenantry.provisioning.object.Mode;
import io.tenantry.provisioning.object.Outcome;
import io.tenantry.provisioning.object.Outcome.Release.Cause;
import io.tenantry.provisioning.object.Outcome.Skip.Reason;
import io.tenantry.provisioning.object.Outcome.Update.Kind;
import io.tenantry.provisioning.object.Run;
import io.tenantry.provisioning.object.SourceObject;
import io.tenantry.provisioning.scope.Entitlement;
import io.tenantry.store.Entity;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides what is to be done to one user, in the order of provisioning-engine.md §6. Writes nothing but the objects at hand. */
public final class Decision {
    private final MappingPlan plan;
    private final TargetIndex index;
    private final Matcher matcher;
    private final Mode mode;
    private final Instant now;
    private final ExternalUsers externals;
    /** Managers that the batch has given to users of the target. */
    private final Map<String, String> managers = new HashMap<>();
    /** Sources of the batch that leave their targets. */
    private final Set<String> left = new HashSet<>();

    public Decision(Run run, TargetIndex index) {
        this.plan = run.context().rules().plan();
        this.index = index;
        this.matcher = new Matcher(index);
        this.mode = run.mode();
        this.now = run.now();
        this.externals = new ExternalUsers(run);
    }

    public Decided decide(JudgedUser judged) {
        SourceObject read = judged.read().now(index::latest);
        JudgedUser user = judged.with(
                read,
                read.target()
                        .map(Entity::id)
                        .map(managers::get)
                        .map(judged.managers()::given)
                        .orElse(judged.managers()));
        Decided decided = Decided.of(user, of(user));
        if (decided.manager() instanceof ManagerFlow.NewManager change) {
            managers.put(change.user(), change.manager());
        }
        return decided;
    }

    Outcome of(JudgedUser user) {
        SourceObject read = user.read();
        if (!read.live()) {
            return left(user);
        }
        Entitlement entitlement = user.entitlement().orElseThrow();
        if (!entitlement.eligible()) {
            return new Outcome.Skip(Reason.NOT_ENTITLED);
        }
        if (!entitlement.inScope()) {
            return outOfScope(user, entitlement);
        }
        if (mode.onDemand() && !entitlement.active()) {
            // who is disabled in the source is left to cycles (provisioning-engine.md §8)
            return new Outcome.Skip(Reason.NOT_ENTITLED);
        }
        if (user.mapping() instanceof Mapping.Failed failed) {
            return new Outcome.Fail(failed.failure(), !read.managed());
        }
        return inScope(read, (Mapping.Made) user.mapping(), entitlement.active());
    }

    /** Deleted in the source, for the time being or for good. */
    private Outcome left(JudgedUser user) {
        SourceObject read = user.read();
        if (read.managed() && read.liveTarget().isPresent()) {
            return delete(user, read.liveTarget().get());
        }
        return new Outcome.Skip(read.object().isPresent() ? Reason.NOT_ENTITLED : Reason.UNKNOWN);
    }

    private Outcome outOfScope(JudgedUser user, Entitlement entitlement) {
        SourceObject read = user.read();
        if (!read.managed() || read.liveTarget().isEmpty()) {
            return new Outcome.Skip(Reason.NOT_ENTITLED);
        }
        Entity target = read.liveTarget().get();
        // who was disabled before leaving is not deleted (provisioning-engine.md §6.3, §18.8)
        boolean disabledOnBothSides = !entitlement.active() && !target.flag("accountEnabled");
        return disabledOnBothSides ? new Outcome.Release(Cause.DISABLED) : delete(user, target);
    }

    private Outcome delete(JudgedUser user, Entity target) {
        left.add(user.read().id());
        if (!left.containsAll(user.sharing())) {
            return new Outcome.Release(Cause.SHARED);
        }
        if (!plan.allows(Operation.DELETE)) {
            return new Outcome.Skip(Reason.OPERATION_OFF);
        }
        if (!mode.reducing()) {
            return new Outcome.Defer(target);
        }
        index.replace(target, target.copy().set("deletedDateTime", now));
        return new Outcome.Delete(target);
    }

    private Outcome inScope(SourceObject read, Mapping.Made made, boolean active) {
        if (read.link().isEmpty()) {
            return match(read, made, active);
        }
        ObjectLink link = read.link().get();
        if (read.target().isEmpty()) {
            return targetGone(read, made, active);
        }
        if (read.liveTarget().isPresent()) {
            return update(made, read.liveTarget().get(), Kind.CHANGED, mode.full() || !link.invited());
        }
        return link.state() == LinkState.REMOVED
                ? restore(made, read.target().get(), active)
                : new Outcome.Skip(Reason.DELETED_IN_TARGET);
    }

    /** The anchor is gone for good; only a restart matches anew what the engine did not remove itself. */
    private Outcome targetGone(SourceObject read, Mapping.Made made, boolean active) {
        return read.managed() && !mode.full()
                ? new Outcome.Fail(Failure.lostAnchor("user"), false)
                : match(read, made, active);
    }

    private Outcome match(SourceObject read, Mapping.Made made, boolean active) {
        TargetMatch match = matcher.match(made.candidate());
        if (match instanceof TargetMatch.Bound bound) {
            return update(made, bound.target(), Kind.CHANGED, mode.full());
        }
        if (match instanceof TargetMatch.Shared shared) {
            return update(made, shared.target(), Kind.CHANGED, mode.full());
        }
        if (!active) {
            return new Outcome.Skip(Reason.NOT_ENTITLED);
        }
        if (match instanceof TargetMatch.Pending pending) {
            return update(made, pending.target(), Kind.REDEEMED, mode.full());
        }
        return match instanceof TargetMatch.Collision collision
                ? collided(collision.failure(), true)
                : create(read, made);
    }

    private Outcome create(SourceObject read, Mapping.Made made) {
        if (!plan.allows(Operation.ADD)) {
            return new Outcome.Skip(Reason.OPERATION_OFF);
        }
        Optional<Failure> refused = externals.refused(made.candidate());
        if (refused.isPresent()) {
            return new Outcome.Fail(refused.get(), true);
        }
        Newcomer newcomer = externals.newcomer(read, made);
        index.add(newcomer.user());
        return new Outcome.Create(newcomer.user(), newcomer.modified());
    }

    private Outcome restore(Mapping.Made made, Entity deleted, boolean active) {
        if (mode.onDemand() || !active) {
            return new Outcome.Skip(Reason.NOT_ENTITLED);
        }
        Entity restored = deleted.copy();
        DirectoryObjects.unmarkDeleted(restored);
        return update(made, restored, Kind.RESTORED, true);
    }

    private Outcome update(Mapping.Made made, Entity target, Kind kind, boolean renames) {
        if (!plan.allows(Operation.UPDATE)) {
            return new Outcome.Skip(Reason.OPERATION_OFF);
        }
        if (!mode.reducing()
                && target.flag("accountEnabled")
                && "False".equals(made.values().text("accountEnabled"))) {
            return new Outcome.Defer(target);
        }
        Entity changed = target.copy();
        List<ModifiedProperty> modified = plan.update(made.values(), changed, renames);
        if (target.flag("onPremisesSyncEnabled") && !modified.isEmpty()) {
            return new Outcome.Fail(Failure.masteredOnPremises(), false);
        }
        Optional<Failure> conflict =
                kind == Kind.RESTORED || addresses(modified) ? matcher.conflict(changed) : Optional.empty();
        if (conflict.isPresent()) {
            return collided(conflict.get(), false);
        }
        if (kind == Kind.REDEEMED) {
            externals.redeem(changed, made.candidate());
        }
        index.replace(target, changed);
        return modified.isEmpty() && kind == Kind.CHANGED
                ? new Outcome.Redundant(changed)
                : new Outcome.Update(changed, modified, kind);
    }

    private Outcome collided(Failure failure, boolean creating) {
        return mode.patient() && failure.isConflict() ? new Outcome.Wait(failure) : new Outcome.Fail(failure, creating);
    }

    private static boolean addresses(List<ModifiedProperty> modified) {
        return modified.stream()
                .anyMatch(each -> each.name().equals("mail") || each.name().equals("userPrincipalName"));
    }
}
