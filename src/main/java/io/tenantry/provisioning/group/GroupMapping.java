package io.tenantry.provisioning.group;

import io.tenantry.provisioning.mapping.Failure;
import io.tenantry.provisioning.mapping.MappedValues;

/** What the target is to have of a group. */
public sealed interface GroupMapping {
    /** The group is not in scope, or not there. */
    record Needless() implements GroupMapping {}

    record Made(MappedValues values) implements GroupMapping {}

    record Failed(Failure failure) implements GroupMapping {}
}
