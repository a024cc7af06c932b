package io.tenantry.provisioning.plan;

import io.tenantry.provisioning.mapping.ModifiedProperty;
import io.tenantry.provisioning.object.JudgedObject;
import io.tenantry.provisioning.object.Outcome;
import io.tenantry.provisioning.user.ManagerFlow;
import io.tenantry.store.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a plan has to say of an object. Saying it reads nothing more, and can be left to another thread.
 *
 * @param there whether the target has the object already: what is not there yet has no id
 */
record Told(JudgedObject object, Outcome outcome, boolean there, List<ModifiedProperty> changes) {
    /** @param made whether an object of the target would be made by the cycle */
    static Told of(JudgedObject object, Outcome outcome, Predicate<String> made) {
        boolean there =
                target(object, outcome).filter(each -> made.test(each.id())).isEmpty();
        return new Told(object, outcome, there, changes(outcome, made));
    }

    /** Its object of the target. */
    Optional<Entity> target() {
        return target(object, outcome);
    }

    private static Optional<Entity> target(JudgedObject object, Outcome outcome) {
        return outcome instanceof Outcome.Targeted targeted
                ? Optional.of(targeted.target())
                : object.read().target();
    }

    private static List<ModifiedProperty> changes(Outcome outcome, Predicate<String> made) {
        List<ModifiedProperty> modified = outcome instanceof Outcome.Create create
                ? create.modified()
                : outcome instanceof Outcome.Update update ? update.modified() : List.of();
        for (int i = 0; i < modified.size(); i++) {
            if (modified.get(i).name().equals(ManagerFlow.ATTRIBUTE)) {
                List<ModifiedProperty> changes = new ArrayList<>(modified);
                changes.set(i, reference(modified.get(i), made));
                return changes;
            }
        }
        return modified;
    }

    /** A change of a reference: what is not there yet has no id. */
    static ModifiedProperty reference(ModifiedProperty change, Predicate<String> made) {
        return new ModifiedProperty(change.name(), known(change.oldValue(), made), known(change.newValue(), made));
    }

    private static String known(String targetId, Predicate<String> made) {
        return targetId == null || made.test(targetId) ? null : targetId;
    }
}
