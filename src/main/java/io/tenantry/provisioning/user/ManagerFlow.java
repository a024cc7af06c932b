package io.tenantry.provisioning.user;

import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.mapping.ModifiedProperty;
import io.tenantry.store.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The manager of one user. He flows at once where he is linked already, and in the second pass otherwise; a manager taken away in the
 * source stays (provisioning-engine.md §6.3).
 *
 * @param change what is to change; empty where nothing is, or where it is not known yet
 * @param pending id of a manager whom the second pass resolves
 */
public record ManagerFlow(Optional<ManagerChange> change, Optional<PendingManager> pending) {
    public static final String ATTRIBUTE = "manager";
    private static final ManagerFlow NONE = new ManagerFlow(Optional.empty(), Optional.empty());

    public record PendingManager(String sourceId, String managerId) {}

    public static ManagerFlow of(JobContext context, Subject subject, Outcome outcome) {
        Entity target = linked(outcome);
        if (target == null || subject.manager == null || !context.plan().mapsManager()) {
            return NONE;
        }
        // what was just joined may have a manager that was not read
        boolean joined = subject.target == null && !(outcome instanceof Outcome.Create);
        if (subject.managerTarget == null || joined) {
            return new ManagerFlow(Optional.empty(), Optional.of(new PendingManager(subject.id, subject.manager)));
        }
        return subject.managerTarget.equals(subject.currentManager)
                ? NONE
                : new ManagerFlow(
                        Optional.of(new ManagerChange(target.id(), subject.currentManager, subject.managerTarget)),
                        Optional.empty());
    }

    /** The object that is linked after the outcome; null for none. */
    private static Entity linked(Outcome outcome) {
        if (outcome instanceof Outcome.Create create) {
            return create.target();
        }
        if (outcome instanceof Outcome.Update update) {
            return update.target();
        }
        return outcome instanceof Outcome.Redundant redundant ? redundant.target() : null;
    }

    /** The outcome with the manager among its changes. */
    public Outcome complete(Outcome outcome) {
        ManagerChange manager = change.orElseThrow();
        ModifiedProperty modified = new ModifiedProperty(ATTRIBUTE, manager.former(), manager.manager());
        if (outcome instanceof Outcome.Create create) {
            return new Outcome.Create(create.target(), with(create.modified(), modified));
        }
        if (outcome instanceof Outcome.Update update) {
            return new Outcome.Update(update.target(), with(update.modified(), modified), update.kind());
        }
        return outcome instanceof Outcome.Redundant redundant
                ? new Outcome.Update(redundant.target(), List.of(modified), Outcome.Update.Kind.CHANGED)
                : outcome;
    }

    private static List<ModifiedProperty> with(List<ModifiedProperty> values, ModifiedProperty another) {
        List<ModifiedProperty> all = new ArrayList<>(values);
        all.add(another);
        return all;
    }
}
