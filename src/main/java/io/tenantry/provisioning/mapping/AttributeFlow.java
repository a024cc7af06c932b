package io.tenantry.provisioning.mapping;

import io.tenantry.provisioning.expression.value.Evaluator;
import io.tenantry.provisioning.expression.value.Value;
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
        boolean redacted) {}
