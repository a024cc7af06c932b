package io.tenantry.provisioning.expression.value;

import io.tenantry.regex.Steps;

/** The attributes of one object, under the names of its directory. */
public interface Attributes {
    /** {@link Value#NOTHING} where the object has no such value. */
    Value get(String name);

    /** What regular expressions may cost that are asked with these. */
    default Steps steps() {
        return new Steps();
    }

    /** What an expression can ask for besides the object. */
    default Surroundings surroundings() {
        return Surroundings.NONE;
    }
}
