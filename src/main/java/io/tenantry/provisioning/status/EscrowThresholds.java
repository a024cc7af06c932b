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
     * The failures of a cycle, and those that the job has.
     *
     * @param standing objects that fail, in this cycle or one before, and are tried again
     * @param references that the cycle could not resolve
     * @param failed objects that failed in the cycle
     * @param touched objects that the cycle looked at, those that failed among them
     */
    public record Failures(long standing, long references, long failed, long touched) {}

    public Optional<QuarantineReason> exceeded(Failures failures) {
        if (failures.standing + failures.references > limits.total()) {
            return Optional.of(QuarantineReason.TOTAL_ESCROW);
        }
        if (failures.standing > limits.base()) {
            return Optional.of(QuarantineReason.BASE_ESCROW);
        }
        boolean proportion =
                failures.failed >= limits.minimumFailures() && failures.failed > limits.proportion() * failures.touched;
        return proportion ? Optional.of(QuarantineReason.ESCROW_PROPORTION) : Optional.empty();
    }
}
