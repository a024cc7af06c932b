package io.tenantry.provisioning.expression;

/** The attributes of one object, under the names of its directory. */
public interface Attributes {
    /** {@link Value#NOTHING} where the object has no such value. */
    Value get(String name);
}
