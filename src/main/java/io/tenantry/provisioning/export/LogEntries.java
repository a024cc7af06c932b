package io.tenantry.provisioning.export;

import static io.tenantry.audit.ProvisioningLogEntry.Status.FAILURE;
import static io.tenantry.audit.ProvisioningLogEntry.Status.SKIPPED;
import static io.tenantry.audit.ProvisioningLogEntry.Status.SUCCESS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.ProvisioningLogEntry;
import io.tenantry.audit.ProvisioningLogEntry.Ending;
import io.tenantry.audit.ProvisioningLogEntry.StepType;
import io.tenantry.provisioning.job.JobApplication;
import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.provisioning.mapping.Failure;
import io.tenantry.provisioning.mapping.MappingPlan;
import io.tenantry.provisioning.mapping.ModifiedProperty;
import io.tenantry.provisioning.object.Outcome;
import io.tenantry.provisioning.object.Run;
import io.tenantry.provisioning.object.SourceObject;
import io.tenantry.provisioning.scope.Entitlement;
import io.tenantry.store.Entity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The provisioning log of a run: which steps an outcome shows (provisioning-engine.md §9). */
final class LogEntries {
    /** The directories of the schema stand for the systems. */
    private static final String SOURCE_SYSTEM = "e3a7c1f4-62d8-4b95-8f0a-9c5d1e7b2a46";

    private static final String TARGET_SYSTEM = "4d60b9e2-a317-4c8f-95d2-6f3e0c8a1b57";

    private final Run run;
    private final JobContext context;
    private final MappingPlan plan;

    LogEntries(Run run, MappingPlan plan) {
        this.run = run;
        this.context = run.context();
        this.plan = plan;
    }

    /**
     * What was carried out; reads nothing, and can be left to another thread.
     *
     * @param ended nanoseconds of the run's watch
     */
    ProvisioningLogEntry of(ObjectChange change, Outcome outcome, long ended) {
        ProvisioningLogEntry entry = begin(change, kind(change.read(), outcome), targetId(change.read(), outcome))
                .took((ended - change.began()) / 1_000_000);
        EntryTexts texts = change.texts();
        Ending ending = texts.ending(change.object(), outcome);
        entry.end(ending);
        if (outcome instanceof Outcome.Create create) {
            exported(entry, change, "Add", texts.willBeCreated(), texts.done("created"));
            modified(entry, create.modified());
        } else if (outcome instanceof Outcome.Update update) {
            exported(entry, change, "Update", texts.willBeUpdated(), texts.done("updated"));
            modified(entry, update.modified());
        } else if (outcome instanceof Outcome.Delete) {
            exported(entry, change, "Delete", texts.willBeDeleted(), texts.done("deleted"));
        } else if (outcome instanceof Outcome.Fail fail) {
            failed(entry, texts, fail.failure(), fail.creating());
        } else if (outcome instanceof Outcome.Redundant) {
            skipped(entry, ending, Map.of("SkipReason", ending.code()));
        } else {
            skipped(entry, ending, EntryTexts.skipDetails(change.object(), outcome));
        }
        return entry;
    }

    /** Empty for none. */
    private static String targetId(SourceObject object, Outcome outcome) {
        return outcome instanceof Outcome.Targeted targeted
                ? targeted.target().id()
                : object.target().map(Entity::id).orElse("");
    }

    /** A deletion that is held back. */
    ProvisioningLogEntry staged(ObjectChange change) {
        SourceObject object = change.read();
        Ending ending = change.texts().staged();
        return begin(
                        change,
                        object.live() ? "Update" : "Delete",
                        object.target().map(Entity::id).orElse(""))
                .step("EntrySynchronizationDelete", StepType.MATCHING, SKIPPED, ending.reason(), Map.of())
                .end(ending);
    }

    /**
     * An entry up to the scoping step.
     *
     * @param kind of the change that the source is said to have reported
     */
    private ProvisioningLogEntry begin(ObjectChange change, String kind, String targetId) {
        JobApplication application = context.application();
        EntryTexts texts = change.texts();
        ProvisioningLogEntry entry = ProvisioningLogEntry.begin(change.entryId(), run.now())
                .run(context.source().id(), context.job().jobId(), run.cycleId(), change.id())
                .servicePrincipal(application.id(), application.displayName())
                .systems(
                        ProvisioningLogEntry.system(SOURCE_SYSTEM, texts.source(), Map.of()),
                        ProvisioningLogEntry.system(TARGET_SYSTEM, texts.target(), details(application)))
                .source(identity(change.read()))
                .target(ProvisioningLogEntry.identity(
                        targetId, "", change.read().type().wireName(), Map.of()));
        imported(entry, change, kind);
        change.object().entitlement().ifPresent(each -> scoped(entry, texts, each));
        return entry;
    }

    /** Provisioning on demand says in this very step why nobody is sent (synchronization-api.md §10). */
    private void scoped(ProvisioningLogEntry entry, EntryTexts texts, Entitlement entitlement) {
        Map<String, String> details = new LinkedHashMap<>(entitlement.details());
        boolean skipped = run.mode().onDemand() && !entitlement.effective();
        if (skipped) {
            details.putAll(entitlement.skipDetails());
        }
        entry.step(
                "EntrySynchronizationScoping", StepType.SCOPING, skipped ? SKIPPED : SUCCESS, texts.scoping(), details);
    }

    private void imported(ProvisioningLogEntry entry, ObjectChange change, String kind) {
        EntryTexts texts = change.texts();
        Map<String, String> details = change.object()
                .judgement()
                .map(each -> plan.imported(each.attributes()))
                .orElseGet(() -> Map.of("objectId", change.read().id()));
        if (!run.mode().onDemand()) {
            entry.step("EntryImport" + kind, StepType.IMPORT, SUCCESS, texts.received(kind), details);
            return;
        }
        entry.step("EntryImport", StepType.IMPORT, SUCCESS, texts.retrieved(texts.source()), details);
        change.read()
                .liveTarget()
                .ifPresent(target -> entry.step(
                        "EntryImport", StepType.MATCHING, SUCCESS, texts.retrieved(texts.target()), plan.held(target)));
    }

    private String kind(SourceObject object, Outcome outcome) {
        if (!object.live()) {
            return "Delete";
        }
        boolean known = object.managed() || outcome instanceof Outcome.Update;
        return known && !(outcome instanceof Outcome.Create) || !run.mode().full() && outcome instanceof Outcome.Skip
                ? "Update"
                : "Add";
    }

    private static ObjectNode identity(SourceObject object) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("id", object.id());
        details.put("odatatype", object.type().wireName());
        object.object().ifPresent(entity -> {
            details.put("DisplayName", entity.text("displayName"));
            if (object.type() == ObjectType.USER) {
                details.put("UserPrincipalName", entity.text("userPrincipalName"));
            }
        });
        return ProvisioningLogEntry.identity(
                object.id(),
                details.getOrDefault("DisplayName", ""),
                object.type().wireName(),
                details);
    }

    private static Map<String, String> details(JobApplication application) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("ApplicationId", application.appId());
        details.put("ServicePrincipalId", application.id());
        details.put("ServicePrincipalDisplayName", application.displayName());
        return details;
    }

    private static void exported(
            ProvisioningLogEntry entry, ObjectChange change, String rule, String plan, String done) {
        entry.step("EntrySynchronization" + rule, StepType.MATCHING, SUCCESS, plan, Map.of());
        Map<String, String> details =
                Map.of("ReportableIdentifier", change.read().name());
        entry.step("EntryExport" + rule, StepType.EXPORT, SUCCESS, done, details);
    }

    private static void modified(ProvisioningLogEntry entry, List<ModifiedProperty> modified) {
        modified.stream()
                .map(ModifiedProperty::logged)
                .forEach(each -> entry.modified(each.name(), each.oldValue(), each.newValue()));
    }

    private static void failed(ProvisioningLogEntry entry, EntryTexts texts, Failure failure, boolean creating) {
        String rule = creating ? "Add" : "Update";
        String plan = creating ? texts.willBeCreated() : texts.willBeUpdated();
        entry.step("EntrySynchronization" + rule, StepType.MATCHING, SUCCESS, plan, Map.of())
                .step(
                        "EntryExport" + rule,
                        StepType.EXPORT,
                        FAILURE,
                        texts.failed(creating ? "create" : "update"),
                        Map.of("ErrorCode", failure.code()));
    }

    private static void skipped(ProvisioningLogEntry entry, Ending ending, Map<String, String> details) {
        entry.step("EntrySynchronizationSkip", StepType.EXPORT, SKIPPED, ending.reason(), details);
    }
}
