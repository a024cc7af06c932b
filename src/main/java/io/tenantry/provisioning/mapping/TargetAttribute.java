package io.tenantry.provisioning.mapping;

import io.tenantry.provisioning.expression.value.Value;
import io.tenantry.store.Entity;

/** An attribute of the target directory and the property of a Graph object that holds it. */
public interface TargetAttribute {
    Value read(Entity target);

    /** A mapped value in the form that the target keeps. Throws {@link MappingFailure} where it cannot be kept. */
    default Value accept(Value mapped) {
        return Value.of(mapped.text());
    }

    /** Writes an accepted value. */
    void write(Entity target, Value value);
}
