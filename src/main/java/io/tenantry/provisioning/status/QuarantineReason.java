package io.tenantry.provisioning.status;

import java.util.Arrays;

/** {@code quarantineReason} (provisioning-engine.md §1.7). */
public enum QuarantineReason {
    BASE_ESCROW("EncounteredBaseEscrowThreshold", "Too many objects failed."),
    TOTAL_ESCROW("EncounteredTotalEscrowThreshold", "Too many objects and references failed."),
    ESCROW_PROPORTION("EncounteredEscrowProportionThreshold", "Too large a part of the objects failed."),
    EXCEPTION("EncounteredQuarantineException", "The connection to the target tenant failed."),
    TOO_MANY_DELETES(
            "TooManyDeletes", "The cycle would delete more objects than the accidental deletion threshold allows."),
    ON_DEMAND("QuarantinedOnDemand", "The job was put into quarantine by the service."),
    INGESTION("IngestionInterrupted", "The import from the source tenant was interrupted."),
    UNKNOWN("Unknown", "The job was put into quarantine for an unknown reason.");

    private final String wireName;
    private final String message;

    QuarantineReason(String wireName, String message) {
        this.wireName = wireName;
        this.message = message;
    }

    /** Whether objects that fail are the reason; those are tried again, and the quarantine ends when they succeed. */
    public boolean ofEscrows() {
        return this == BASE_ESCROW || this == TOTAL_ESCROW || this == ESCROW_PROPORTION;
    }

    /** Whether the service imposes it beside the cycles of a job. */
    public boolean ofService() {
        return this == ON_DEMAND || this == INGESTION || this == UNKNOWN;
    }

    public static QuarantineReason of(String wireName) {
        return Arrays.stream(values())
                .filter(each -> each.wireName.equals(wireName))
                .findFirst()
                .orElseThrow();
    }

    public String wireName() {
        return wireName;
    }

    public String message() {
        return message;
    }
}
