package io.tenantry.provisioning.mapping;

import io.tenantry.provisioning.expression.value.Evaluator;
import java.util.Optional;

/**
 * One attribute mapping, planned.
 *
 * @param name of the target attribute
 * @param source empty: nothing but the default value
 * @param defaultValue used where the source has no value, on creation only; null for none
 * @param always whether it is exported although nothing differs (flowBehavior FlowAlways)
 * @param redacted whether the provisioning log must not show the values
 */
record AttributeFlow(
        String name,
        TargetAttribute attribute,
        Optional<Evaluator> source,
        String defaultValue,
        FlowType type,
        boolean always,
        boolean redacted) {}
