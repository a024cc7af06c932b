package io.tenantry.provisioning.user;

import io.tenantry.provisioning.mapping.Failure;
import io.tenantry.provisioning.mapping.ModifiedProperty;
import io.tenantry.store.Entity;
import java.util.List;

/** What is to be done to one object (provisioning-engine.md §6.1). The objects carried are already what they are to become. */
public sealed interface Outcome {
    /** A new external user. */
    record Create(Entity target, List<ModifiedProperty> modified) implements Outcome {}

    /** An existing object is brought to the source's values. */
    record Update(Entity target, List<ModifiedProperty> modified, Kind kind) implements Outcome {
        public enum Kind {
            /** Values differ. */
            CHANGED,
            /** It was in deleted items, where the engine had put it. */
            RESTORED,
            /** A pending invitation is redeemed. */
            REDEEMED
        }
    }

    /** The target goes to deleted items. */
    record Delete(Entity target) implements Outcome {}

    /** A deletion or disabling waits until the threshold has been judged. */
    record Defer(Entity target) implements Outcome {}

    /** The target keeps its state and is looked after no more. */
    record Release() implements Outcome {}

    /** Source and target are the same already; {@code target} is linked where it was not. */
    record Redundant(Entity target) implements Outcome {}

    /** Nothing is done. */
    record Skip(Reason reason) implements Outcome {
        public enum Reason {
            /** Not entitled, and not linked. */
            NOT_ENTITLED,
            /** The mapping does not have the operation that would be due (objectMapping.flowTypes). */
            OPERATION_OFF,
            /** The target's administrator deleted the object; he alone can bring it back. */
            DELETED_IN_TARGET,
            /** Nobody to speak of: the source has it no more and the target never had it. */
            UNKNOWN
        }
    }

    /** It cannot be done now. {@code creating} says whether a new object was wanted. */
    record Fail(Failure failure, boolean creating) implements Outcome {}
}
