package io.tenantry.provisioning.cycle;

/** {@code quarantineReason} (provisioning-engine.md §1.7). */
enum QuarantineReason {
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

    String wireName() {
        return wireName;
    }

    String message() {
        return message;
    }
}
