package io.tenantry.provisioning.user;

import io.tenantry.provisioning.mapping.Failure;
import io.tenantry.provisioning.mapping.MappedValues;
import io.tenantry.provisioning.matching.Candidate;

/** What the target is to have of a user. */
public sealed interface Mapping {
    /** The user is not in scope, or not there. */
    record Needless() implements Mapping {}

    record Made(MappedValues values, Candidate candidate) implements Mapping {}

    record Failed(Failure failure) implements Mapping {}
}
