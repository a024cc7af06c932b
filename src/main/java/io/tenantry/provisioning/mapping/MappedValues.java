package io.tenantry.provisioning.mapping;

import io.tenantry.provisioning.expression.value.Value;
import java.util.List;

/** What the mappings make of one source object, before anything is known of its target; in the order of the plan's flows. */
public final class MappedValues {
    private final List<AttributeFlow> flows;
    private final List<Value> values;

    MappedValues(List<AttributeFlow> flows, List<Value> values) {
        this.flows = flows;
        this.values = values;
    }

    Value of(int flow) {
        return values.get(flow);
    }

    /** The value for a target attribute; null where there is none. */
    public String text(String targetAttribute) {
        for (int i = 0; i < flows.size(); i++) {
            if (flows.get(i).name().equals(targetAttribute)) {
                return values.get(i).isAbsent() ? null : values.get(i).text();
            }
        }
        return null;
    }
}
