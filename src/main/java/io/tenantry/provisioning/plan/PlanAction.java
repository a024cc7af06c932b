package io.tenantry.provisioning.plan;

import io.tenantry.audit.ProvisioningLogEntry.Ending;
import io.tenantry.audit.ProvisioningLogEntry.Status;
import io.tenantry.provisioning.object.Outcome;
import java.util.Optional;

/** What would be done to one object; those that succeed are named as in the log, and restorations told apart. */
public enum PlanAction {
    CREATE("create", "create"),
    UPDATE("update", "update"),
    DELETE("delete", "delete"),
    DISABLE("disable", "disable"),
    RESTORE("restore", "restore"),
    SKIP("skip", "skip"),
    FAIL("fail", "fail"),
    /** It stays in the target, held back by the threshold. */
    STAGED_DELETE("stagedDelete", "skip");

    private final String wireName;
    private final String verdict;

    PlanAction(String wireName, String verdict) {
        this.wireName = wireName;
        this.verdict = verdict;
    }

    static PlanAction of(Outcome outcome, Ending ending) {
        if (outcome instanceof Outcome.Update update && update.kind() == Outcome.Update.Kind.RESTORED) {
            return RESTORE;
        }
        if (ending.status() == Status.FAILURE) {
            return FAIL;
        }
        return switch (ending.action()) {
            case CREATE -> CREATE;
            case UPDATE -> UPDATE;
            case DELETE -> DELETE;
            case DISABLE -> DISABLE;
            case STAGED_DELETE -> STAGED_DELETE;
            case OTHER -> SKIP;
        };
    }

    public static Optional<PlanAction> named(String wireName) {
        for (PlanAction each : values()) {
            if (each.wireName.equals(wireName)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    String wireName() {
        return wireName;
    }

    /** As explanations name it. */
    String verdict() {
        return verdict;
    }
}
