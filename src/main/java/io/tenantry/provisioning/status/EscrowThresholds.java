package io.tenantry.provisioning.status;

import io.tenantry.provisioning.ProvisioningConfig;
import java.util.Optional;

/** When failures put a job into quarantine (provisioning-engine.md §1.7). */
public final class EscrowThresholds {
    private final ProvisioningConfig.Quarantine limits;

    public EscrowThresholds(ProvisioningConfig.Quarantine limits) {
        this.limits = limits;
    }

    /**
     * @param failures objects that fail, those of references left out
     * @param fine objects that do not
     */
    public Optional<QuarantineReason> exceeded(long failures, long referenceFailures, long fine) {
        if (failures + referenceFailures > limits.total()) {
            return Optional.of(QuarantineReason.TOTAL_ESCROW);
        }
        if (failures > limits.base()) {
            return Optional.of(QuarantineReason.BASE_ESCROW);
        }
        boolean proportion = failures >= limits.minimumFailures() && failures > limits.proportion() * (failures + fine);
        return proportion ? Optional.of(QuarantineReason.ESCROW_PROPORTION) : Optional.empty();
    }
}
