package io.tenantry.provisioning.status;

/** {@code quarantineReason} (provisioning-engine.md §1.7). */
public enum QuarantineReason {
    BASE_ESCROW("EncounteredBaseEscrowThreshold", "Too many objects failed."),
    TOTAL_ESCROW("EncounteredTotalEscrowThreshold", "Too many objects and references failed."),
    ESCROW_PROPORTION("EncounteredEscrowProportionThreshold", "Too large a part of the objects failed."),
    EXCEPTION("EncounteredQuarantineException", "The connection to the target tenant failed."),
    TOO_MANY_DELETES(
            "TooManyDeletes", "The cycle would delete more objects than the accidental deletion threshold allows.");

    private final String wireName;
    private final String message;

    QuarantineReason(String wireName, String message) {
        this.wireName = wireName;
        this.message = message;
    }

    public String wireName() {
        return wireName;
    }

    public String message() {
        return message;
    }
}
