package io.tenantry.provisioning.export;

import static io.tenantry.audit.ProvisioningLogEntry.Status.FAILURE;
import static io.tenantry.audit.ProvisioningLogEntry.Status.SKIPPED;
import static io.tenantry.audit.ProvisioningLogEntry.Status.SUCCESS;

import io.tenantry.audit.ProvisioningLogEntry;
import io.tenantry.audit.ProvisioningLogEntry.Action;
import io.tenantry.audit.ProvisioningLogEntry.StepType;
import io.tenantry.provisioning.mapping.Failure;
import io.tenantry.provisioning.mapping.ModifiedProperty;
import io.tenantry.provisioning.user.Outcome;
import io.tenantry.provisioning.user.Subject;
import java.util.List;
import java.util.Map;

/** Adds to an entry the steps that belong to an outcome (provisioning-engine.md §9). */
public final class EntryLog {
    private final ProvisioningLogEntry entry;
    private final EntryTexts texts;
    private final Subject subject;

    public EntryLog(ProvisioningLogEntry entry, EntryTexts texts, Subject subject) {
        this.entry = entry;
        this.texts = texts;
        this.subject = subject;
    }

    void outcome(Outcome outcome) {
        if (outcome instanceof Outcome.Create create) {
            exported(Action.CREATE, "Add", texts.willBeCreated(), "created", create.modified());
        } else if (outcome instanceof Outcome.Update update) {
            exported(Action.UPDATE, "Update", texts.willBeUpdated(), "updated", update.modified());
        } else if (outcome instanceof Outcome.Delete) {
            exported(Action.DELETE, "Delete", texts.willBeDeleted(), "deleted", List.of());
        } else if (outcome instanceof Outcome.Fail fail) {
            failed(fail.failure(), fail.creating());
        } else if (outcome instanceof Outcome.Redundant) {
            skipped(texts.redundant(), Map.of("SkipReason", "RedundantExport"));
        } else {
            skipped(texts.skipped(outcome), skipDetails(outcome));
        }
    }

    private void exported(Action action, String rule, String plan, String done, List<ModifiedProperty> modified) {
        entry.action(action);
        entry.step("EntrySynchronization" + rule, StepType.MATCHING, SUCCESS, plan, Map.of());
        entry.step(
                "EntryExport" + rule,
                StepType.EXPORT,
                SUCCESS,
                texts.done(done),
                Map.of("ReportableIdentifier", subject.name()));
        modified.forEach(each -> entry.modified(each.name(), each.oldValue(), each.newValue()));
    }

    private void failed(Failure failure, boolean creating) {
        String rule = creating ? "Add" : "Update";
        entry.action(creating ? Action.CREATE : Action.UPDATE);
        entry.step(
                "EntrySynchronization" + rule,
                StepType.MATCHING,
                SUCCESS,
                creating ? texts.willBeCreated() : texts.willBeUpdated(),
                Map.of());
        entry.step(
                "EntryExport" + rule,
                StepType.EXPORT,
                FAILURE,
                texts.failed(creating ? "create" : "update"),
                Map.of("ErrorCode", failure.code()));
        entry.error(FAILURE, failure.code(), failure.reason(), failure.recommendedAction());
    }

    private void skipped(String text, Map<String, String> details) {
        entry.action(Action.OTHER);
        entry.step("EntrySynchronizationSkip", StepType.EXPORT, SKIPPED, text, details);
        entry.error(SKIPPED, details.getOrDefault("SkipReason", "EntrySynchronizationSkipped"), text, null);
    }

    private Map<String, String> skipDetails(Outcome outcome) {
        boolean scope = !(outcome instanceof Outcome.Skip skip) || skip.reason() == Outcome.Skip.Reason.NOT_ENTITLED;
        return scope && subject.entitlement != null ? subject.entitlement.skipDetails() : Map.of();
    }

    public void staged() {
        entry.action(Action.STAGED_DELETE);
        entry.step("EntrySynchronizationDelete", StepType.MATCHING, SKIPPED, texts.staged(), Map.of());
        entry.error(
                SKIPPED, "TooManyDeletes", texts.staged(), "Allow the deletions, or bring the users back into scope.");
    }
}
