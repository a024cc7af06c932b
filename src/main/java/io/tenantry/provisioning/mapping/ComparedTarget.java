package io.tenantry.provisioning.mapping;

import io.tenantry.provisioning.expression.value.Value;
import io.tenantry.store.Entity;
import java.util.Optional;

/**
 * The target that a source object is compared with.
 *
 * @param object empty where there is none yet
 * @param renames whether an update may change its name
 */
public record ComparedTarget(Optional<Entity> object, boolean renames) {
    Value held(AttributeFlow flow) {
        return object.map(flow.attribute()::read).orElse(Value.NOTHING);
    }

    /** How an attribute of it stands to what the source makes of it. */
    ComparedAttribute.State state(AttributeFlow flow, Value held, Value made) {
        if (held.text().equals(made.text())) {
            return ComparedAttribute.State.SAME;
        }
        return object.map(target -> flow.updates(target, held, made, renames)
                        ? ComparedAttribute.State.DIFFERS
                        : ComparedAttribute.State.KEPT)
                .orElse(ComparedAttribute.State.NEW);
    }
}
