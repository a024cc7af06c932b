package io.tenantry.console.tour;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;

/**
 * How far a synchronization is set up, as the API tells it. What is not there is a missing node.
 *
 * @param sourcePartner the target, as a partner of the source
 * @param targetPartner the source, as a partner of the target
 * @param configuration service principal in the source
 * @param job as the control API tells it
 * @param person who is to be provisioned
 * @param assigned whether this person is assigned to the configuration
 * @param tested whether the connection was found good
 * @param rule id of the rule for users in the schema of the job; empty where it was not asked for
 * @param arrived this person in the target
 */
record Setup(
        Choice choice,
        JsonNode sourcePartner,
        JsonNode targetPartner,
        JsonNode configuration,
        JsonNode job,
        JsonNode person,
        boolean assigned,
        boolean tested,
        String rule,
        JsonNode arrived) {
    static final JsonNode NOTHING = MissingNode.getInstance();

    boolean targetKnowsSource() {
        return !targetPartner.isMissingNode();
    }

    boolean sourceKnowsTarget() {
        return !sourcePartner.isMissingNode();
    }

    JsonNode synchronization() {
        return targetPartner.path("identitySynchronization");
    }

    boolean letsUsersIn() {
        return synchronization().at("/userSyncInbound/isSyncAllowed").asBoolean();
    }

    JsonNode inbound() {
        return targetPartner.at("/automaticUserConsentSettings/inboundAllowed");
    }

    JsonNode outbound() {
        return sourcePartner.at("/automaticUserConsentSettings/outboundAllowed");
    }

    boolean isConfigured() {
        return !configuration.isMissingNode();
    }

    boolean hasJob() {
        return !job.isMissingNode();
    }

    boolean hasTarget() {
        return job.path("target").asText().equals(choice.target().id());
    }

    boolean isStarted() {
        return job.path("schedule").asText().equals("Active");
    }

    /** Whether a cycle has come to its end, be it with failures of some. */
    boolean hasRun() {
        return Optional.of(job.at("/lastExecution/state").asText())
                .filter(state -> state.equals("Succeeded") || state.equals("EntryLevelErrors"))
                .isPresent();
    }

    boolean hasArrived() {
        return !arrived.isMissingNode();
    }

    String configurationId() {
        return configuration.path("id").asText();
    }

    String jobId() {
        return job.path("id").asText();
    }

    String personId() {
        return person.path("id").asText();
    }

    String personName() {
        return person.path("displayName").asText("nobody");
    }
}
