package io.tenantry.provisioning.user;

import io.tenantry.provisioning.mapping.ModifiedProperty;
import io.tenantry.provisioning.object.Outcome;

/**
 * The manager of a user who is kept in the target. He flows at once where he is linked already, and in the second pass otherwise; a manager
 * taken away in the source stays (provisioning-engine.md §6.3).
 */
public sealed interface ManagerFlow {
    String ATTRIBUTE = "manager";

    /** Nothing is to change. */
    record None() implements ManagerFlow {}

    /** @param former null for none */
    record NewManager(String user, String former, String manager) implements ManagerFlow {
        /** Both changes of one user as one. */
        public NewManager then(NewManager later) {
            return new NewManager(user, former, later.manager);
        }

        public ModifiedProperty modified() {
            return new ModifiedProperty(ATTRIBUTE, former, manager);
        }
    }

    /** It is not known yet: the second pass resolves the manager, who is named by his id in the source. */
    record Pending(String manager) implements ManagerFlow {}

    static ManagerFlow of(JudgedUser user, Outcome outcome) {
        Managers managers = user.managers();
        if (!(outcome instanceof Outcome.Kept kept) || managers.source().isEmpty()) {
            return new None();
        }
        // what was just joined may have a manager that was not read
        boolean joined = user.read().target().isEmpty() && !(outcome instanceof Outcome.Create);
        if (managers.linked().isEmpty() || joined) {
            return new Pending(managers.source().get());
        }
        String current = managers.current().orElse(null);
        String wanted = managers.linked().get();
        return wanted.equals(current)
                ? new None()
                : new NewManager(kept.target().id(), current, wanted);
    }
}
