package io.tenantry.provisioning.export;

import io.tenantry.audit.ProvisioningLogEntry;
import io.tenantry.audit.ProvisioningLogEntry.Action;
import io.tenantry.audit.ProvisioningLogEntry.Status;
import io.tenantry.provisioning.mapping.Failure;
import io.tenantry.provisioning.object.JudgedObject;
import io.tenantry.provisioning.object.Outcome;
import io.tenantry.provisioning.object.Outcome.Skip.Reason;
import io.tenantry.provisioning.scope.Entitlement;
import java.util.Map;

/**
 * How an outcome ends, as its log entry says it (provisioning-engine.md §9, §10).
 *
 * @param code null where all went well, and with it reason and recommendedAction
 */
public record EntryResult(Action action, Status status, String code, String reason, String recommendedAction) {
    /** Of what was done to an object or is to be done. */
    public static EntryResult of(JudgedObject object, Outcome outcome, EntryTexts texts) {
        if (outcome instanceof Outcome.Create) {
            return success(Action.CREATE);
        }
        if (outcome instanceof Outcome.Update update) {
            return success(update.disables() ? Action.DISABLE : Action.UPDATE);
        }
        if (outcome instanceof Outcome.Delete) {
            return success(Action.DELETE);
        }
        if (outcome instanceof Outcome.Fail fail) {
            return failure(fail);
        }
        return outcome instanceof Outcome.Redundant
                ? skipped("RedundantExport", texts.redundant())
                : skipped(
                        skipDetails(object, outcome).getOrDefault("SkipReason", "EntrySynchronizationSkipped"),
                        texts.skipped(outcome));
    }

    private static EntryResult success(Action action) {
        return new EntryResult(action, Status.SUCCESS, null, null, null);
    }

    private static EntryResult skipped(String code, String text) {
        return new EntryResult(Action.OTHER, Status.SKIPPED, code, text, null);
    }

    private static EntryResult failure(Outcome.Fail fail) {
        Failure failure = fail.failure();
        return new EntryResult(
                fail.creating() ? Action.CREATE : Action.UPDATE,
                Status.FAILURE,
                failure.code(),
                failure.reason(),
                failure.recommendedAction());
    }

    /** Of a deletion that is held back. */
    public static EntryResult staged(EntryTexts texts) {
        return new EntryResult(
                Action.STAGED_DELETE,
                Status.SKIPPED,
                "TooManyDeletes",
                texts.staged(),
                "Allow the deletions, or bring the objects back into scope.");
    }

    /** Of an object that is well but for one that it refers to and that is not in the target. */
    public static EntryResult unresolved(String text) {
        return new EntryResult(Action.UPDATE, Status.WARNING, "UnableToResolveReferenceAttributeValue", text, null);
    }

    /** What a skipped entry tells of the scope; empty where that is not why. */
    static Map<String, String> skipDetails(JudgedObject object, Outcome outcome) {
        if (outcome.equals(new Outcome.Skip(Reason.TYPE_OFF))) {
            return Map.of("SkipReason", "EntityTypeNotSupported");
        }
        boolean scope = !(outcome instanceof Outcome.Skip skip) || skip.reason() == Reason.NOT_ENTITLED;
        return scope ? object.entitlement().map(Entitlement::skipDetails).orElseGet(Map::of) : Map.of();
    }

    void write(ProvisioningLogEntry entry) {
        entry.action(action);
        if (code != null) {
            complain(entry);
        }
    }

    /** The entry keeps its action. */
    void complain(ProvisioningLogEntry entry) {
        entry.error(status, code, reason, recommendedAction);
    }
}
