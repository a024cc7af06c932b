package io.tenantry.provisioning.object;

import io.tenantry.provisioning.mapping.Failure;
import io.tenantry.provisioning.mapping.ModifiedProperty;
import io.tenantry.store.Entity;
import java.util.List;
import java.util.stream.Stream;

/** What is to be done to one object (provisioning-engine.md §6.1). The objects carried are already what they are to become. */
public sealed interface Outcome {
    /** Whether nobody could be spoken of: the source has the object no more and the target never had it. */
    default boolean unknown() {
        return false;
    }

    /** Something is done to an object of the target. */
    sealed interface Targeted extends Outcome {
        Entity target();
    }

    /** The target's object is linked from now on. */
    sealed interface Kept extends Targeted {
        /** With one more change. */
        Kept with(ModifiedProperty another);
    }

    /** A new external user. */
    record Create(Entity target, List<ModifiedProperty> modified) implements Kept {
        @Override
        public Create with(ModifiedProperty another) {
            return new Create(target, and(modified, another));
        }
    }

    /** An existing object is brought to the source's values. */
    record Update(Entity target, List<ModifiedProperty> modified, Kind kind) implements Kept {
        public enum Kind {
            /** Values differ. */
            CHANGED,
            /** It was in deleted items, where the engine had put it. */
            RESTORED,
            /** A pending invitation is redeemed. */
            REDEEMED
        }

        /** Whether the user may not sign in any more. */
        public boolean disables() {
            return modified.stream()
                    .anyMatch(each -> each.name().equals("accountEnabled") && "False".equals(each.newValue()));
        }

        @Override
        public Update with(ModifiedProperty another) {
            return new Update(target, and(modified, another), kind);
        }
    }

    /** Source and target are the same already. */
    record Redundant(Entity target) implements Kept {
        @Override
        public Update with(ModifiedProperty another) {
            return new Update(target, List.of(another), Update.Kind.CHANGED);
        }
    }

    /** The target goes to deleted items. */
    record Delete(Entity target) implements Targeted {}

    /** A deletion or disabling waits until the threshold has been judged. */
    record Defer(Entity target) implements Targeted {}

    /** It is to have what another object of the target holds, who may give it up while the run goes on. */
    record Wait(Failure failure) implements Outcome {}

    /** The target keeps its state and is looked after no more, on behalf of this object. */
    record Release(Cause cause) implements Outcome {
        public enum Cause {
            /** It was disabled before it left. */
            DISABLED,
            /** Another source has the same target. */
            SHARED
        }
    }

    /** Nothing is done. */
    record Skip(Reason reason) implements Outcome {
        public enum Reason {
            /** Not entitled, and not linked. */
            NOT_ENTITLED,
            /** The mapping does not have the operation that would be due (objectMapping.flowTypes). */
            OPERATION_OFF,
            /** The target's administrator deleted the object; he alone can bring it back. */
            DELETED_IN_TARGET,
            /** The job carries no objects of this type. */
            TYPE_OFF,
            /** Nobody to speak of: the source has it no more and the target never had it. */
            UNKNOWN
        }

        @Override
        public boolean unknown() {
            return reason == Reason.UNKNOWN;
        }
    }

    /** It cannot be done now. {@code creating} says whether a new object was wanted. */
    record Fail(Failure failure, boolean creating) implements Outcome {}

    private static List<ModifiedProperty> and(List<ModifiedProperty> values, ModifiedProperty another) {
        return Stream.concat(values.stream(), Stream.of(another)).toList();
    }
}
