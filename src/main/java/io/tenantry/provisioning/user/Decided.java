package io.tenantry.provisioning.user;

import io.tenantry.provisioning.object.Outcome;

/**
 * What is to be done to one user, its manager included.
 *
 * @param outcome with the change of a manager who is known already
 */
public record Decided(JudgedUser user, Outcome outcome, ManagerFlow manager) {
    static Decided of(JudgedUser user, Outcome outcome) {
        ManagerFlow manager = ManagerFlow.of(user, outcome);
        boolean known = outcome instanceof Outcome.Kept && manager instanceof ManagerFlow.NewManager;
        return new Decided(
                user,
                known ? ((Outcome.Kept) outcome).with(((ManagerFlow.NewManager) manager).modified()) : outcome,
                manager);
    }
}
