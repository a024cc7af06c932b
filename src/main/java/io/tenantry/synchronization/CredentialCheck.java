package io.tenantry.synchronization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.family.Answer;
import io.tenantry.family.GraphCall;
import io.tenantry.provisioning.job.JobSettings;
import io.tenantry.provisioning.job.PolicyGate;
import io.tenantry.store.Entity;
import jakarta.enterprise.context.ApplicationScoped;

/** {@code validateCredentials}: whether the policies of both tenants let the synchronization through (synchronization-api.md §7.5). */
@ApplicationScoped
class CredentialCheck {
    private final PolicyGate gate;

    CredentialCheck(PolicyGate gate) {
        this.gate = gate;
    }

    Answer ofJob(GraphCall call, Entity job, ObjectNode parameters) {
        return check(call, job.parent(), parameters);
    }

    Answer ofCollection(GraphCall call, Entity bound, ObjectNode parameters) {
        return check(call, SynchronizationRoot.servicePrincipalOf(call).id(), parameters);
    }

    private Answer check(GraphCall call, String servicePrincipal, ObjectNode parameters) {
        JsonNode credentials = parameters.path("credentials");
        // scripts also send the Boolean as a text (synchronization-api.md §1)
        boolean saved = parameters.path("useSavedCredentials").asBoolean() || !credentials.isArray();
        JobSettings settings = saved ? JobSettings.of(call.session(), servicePrincipal) : JobSettings.of(credentials);
        if (settings.companyId().isEmpty() || settings.authenticationType().isEmpty()) {
            throw SynchronizationErrors.invalidParameter(
                    "The credentials CompanyId and AuthenticationType are required.");
        }
        gate.check(call.session(), settings.companyId().get()).refusal().ifPresent(refusal -> {
            throw SynchronizationErrors.refused(refusal);
        });
        return Answer.noContent();
    }
}
