package io.tenantry.provisioning.mapping;

import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.Value;
import io.tenantry.store.Entity;
import java.util.Optional;

/**
 * One attribute mapping, planned.
 *
 * @param name of the target attribute
 * @param source empty: nothing but the default value
 * @param defaultValue used where the source has no value, on creation only; as the target keeps it
 * @param always whether it is exported although nothing differs (flowBehavior FlowAlways)
 * @param redacted whether the provisioning log must not show the values
 */
record AttributeFlow(
        String name,
        TargetAttribute attribute,
        Optional<Evaluator> source,
        Value defaultValue,
        FlowType type,
        boolean always,
        boolean redacted) {
    /**
     * Whether an update writes a value that differs. Null never clears (provisioning-engine.md §4.2).
     *
     * @param renames whether the UPN flows too
     */
    boolean updates(Entity target, Value held, Value value, boolean renames) {
        return !value.isAbsent()
                && type.updates(held.isEmpty())
                && (renames || !name.equals("userPrincipalName"))
                && !Mailbox.masters(target, name);
    }

    /** A value as people may see it; null for none. */
    String shown(Value value) {
        return value.isAbsent() ? null : redacted ? ModifiedProperty.REDACTED : value.text();
    }
}
