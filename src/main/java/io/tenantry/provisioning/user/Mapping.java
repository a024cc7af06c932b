package io.tenantry.provisioning.user;

import io.tenantry.provisioning.mapping.Failure;
import io.tenantry.provisioning.mapping.MappedValues;
import io.tenantry.provisioning.matching.Candidate;
import java.util.Optional;

/** What the target is to have of a user. */
public sealed interface Mapping {
    /** The user is not in scope, or not there. */
    record Needless() implements Mapping {}

    /** @param newcomer who is to be made where the target has nobody; empty where that is seen when it is */
    record Made(MappedValues values, Candidate candidate, Optional<Newcomer> newcomer) implements Mapping {}

    record Failed(Failure failure) implements Mapping {}
}
