package io.tenantry.provisioning.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What is tried in place of what is stored.
 *
 * @param initial whether everyone is read; empty: as the next cycle would
 * @param started as if the job ran, whatever its state is
 * @param schema as a PUT would store it
 * @param secrets all pairs, as a PUT would leave them
 * @param sourcePartner PATCH of the source's configuration for the target
 * @param targetPartner PATCH of the target's configuration for the source, {@code identitySynchronization} included
 */
public record Proposal(
        Optional<Boolean> initial,
        boolean started,
        Optional<ObjectNode> schema,
        Optional<JsonNode> secrets,
        Optional<ObjectNode> sourcePartner,
        Optional<ObjectNode> targetPartner) {
    public static final Proposal NONE = new Proposal(
            Optional.empty(), false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
