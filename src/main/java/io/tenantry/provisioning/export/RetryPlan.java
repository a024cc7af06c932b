package io.tenantry.provisioning.export;

import io.tenantry.provisioning.ProvisioningConfig;
import io.tenantry.provisioning.status.Timetable;
import java.time.Instant;
import java.util.Set;

/**
 * When a failed object is tried again (provisioning-engine.md §1.6): at set distances from its first failure, then daily; passing
 * faults of the service in the next cycle.
 */
public final class RetryPlan {
    private static final Set<String> TRANSIENT =
            Set.of("InternalServerError", "WebExceptionProtocolError", "InternalError", "Timeout", "TooManyRequests");

    /** What waits for a policy of the target, not for time, is looked at in each cycle. */
    private static final String POLICY = "AzureActiveDirectoryCrossTenantSyncPolicyCheckFailure";

    private final ProvisioningConfig config;

    public RetryPlan(ProvisioningConfig config) {
        this.config = config;
    }

    /** The first moment of the plan that is still to come. */
    Instant next(Instant firstFailed, String code, Instant now) {
        if (TRANSIENT.contains(code) || code.equals(POLICY)) {
            return now;
        }
        return Timetable.following(config.retry(), firstFailed, now);
    }
}
