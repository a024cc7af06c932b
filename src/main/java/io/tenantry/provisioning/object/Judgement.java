package io.tenantry.provisioning.object;

import io.tenantry.provisioning.mapping.Failure;
import io.tenantry.provisioning.mapping.SourceAttributes;
import io.tenantry.provisioning.scope.Entitlement;
import java.util.Optional;

/**
 * Whether a user is to be sent, by its attributes.
 *
 * @param failure why the scoping filter could not judge it
 */
public record Judgement(SourceAttributes attributes, Entitlement entitlement, Optional<Failure> failure) {}
