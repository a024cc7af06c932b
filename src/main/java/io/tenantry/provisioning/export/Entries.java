package io.tenantry.provisioning.export;

import static io.tenantry.audit.ProvisioningLogEntry.Status.SUCCESS;

import io.tenantry.audit.ProvisioningLogEntry;
import io.tenantry.audit.ProvisioningLogEntry.StepType;
import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.user.Mode;
import io.tenantry.provisioning.user.Outcome;
import io.tenantry.provisioning.user.Subject;
import io.tenantry.store.Entity;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Begins the log entries of a run: who, whence, whereto, and the steps that come before any decision. */
public final class Entries {
    /** The directories of the schema stand for the systems. */
    private static final String SOURCE_SYSTEM = "e3a7c1f4-62d8-4b95-8f0a-9c5d1e7b2a46";

    private static final String TARGET_SYSTEM = "4d60b9e2-a317-4c8f-95d2-6f3e0c8a1b57";

    private final JobContext context;
    private final String cycleId;
    private final Mode mode;
    private final Instant now;

    public Entries(JobContext context, String cycleId, Mode mode, Instant now) {
        this.context = context;
        this.cycleId = cycleId;
        this.mode = mode;
        this.now = now;
    }

    public EntryTexts texts(Subject subject) {
        return new EntryTexts(
                subject.name(), context.names().source(), context.names().target());
    }

    /** An entry up to the scoping step. */
    public ProvisioningLogEntry begin(String id, String changeId, Subject subject, Outcome outcome, Entity target) {
        Entity servicePrincipal = context.servicePrincipal();
        ProvisioningLogEntry entry = ProvisioningLogEntry.begin(id, now)
                .run(context.source().id(), context.job().jobId(), cycleId, changeId)
                .servicePrincipal(servicePrincipal.id(), servicePrincipal.text("displayName"))
                .systems(
                        ProvisioningLogEntry.system(
                                SOURCE_SYSTEM, context.names().source(), Map.of()),
                        ProvisioningLogEntry.system(
                                TARGET_SYSTEM, context.names().target(), targetDetails()))
                .source(ProvisioningLogEntry.identity(subject.id, sourceName(subject), "User", sourceDetails(subject)))
                .target(ProvisioningLogEntry.identity(target == null ? "" : target.id(), "", "User", Map.of()));
        imported(entry, subject, outcome);
        return entry;
    }

    private void imported(ProvisioningLogEntry entry, Subject subject, Outcome outcome) {
        EntryTexts texts = texts(subject);
        Map<String, String> details =
                subject.exists() ? context.plan().imported(subject.attributes) : Map.of("objectId", subject.id);
        if (mode.onDemand()) {
            entry.step(
                    "EntryImport",
                    StepType.IMPORT,
                    SUCCESS,
                    texts.retrieved(context.names().source()),
                    details);
            if (subject.targetLive()) {
                entry.step(
                        "EntryImport",
                        StepType.MATCHING,
                        SUCCESS,
                        texts.retrieved(context.names().target()),
                        Map.of("objectId", subject.target.id()));
            }
        } else {
            String change = change(subject, outcome);
            entry.step("EntryImport" + change, StepType.IMPORT, SUCCESS, texts.received(change), details);
        }
        if (subject.entitlement != null) {
            entry.step(
                    "EntrySynchronizationScoping",
                    StepType.SCOPING,
                    SUCCESS,
                    texts.scoping(),
                    subject.entitlement.details());
        }
    }

    private String change(Subject subject, Outcome outcome) {
        if (!subject.exists() || subject.deletedInSource()) {
            return "Delete";
        }
        boolean known = subject.managed() || outcome instanceof Outcome.Update;
        return known && !(outcome instanceof Outcome.Create) || !mode.full() && outcome instanceof Outcome.Skip
                ? "Update"
                : "Add";
    }

    private static String sourceName(Subject subject) {
        return subject.exists() ? subject.source.text("displayName") : "";
    }

    private static Map<String, String> sourceDetails(Subject subject) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("id", subject.id);
        details.put("odatatype", "User");
        if (subject.exists()) {
            details.put("DisplayName", subject.source.text("displayName"));
            details.put("UserPrincipalName", subject.source.text("userPrincipalName"));
        }
        return details;
    }

    private Map<String, String> targetDetails() {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("ApplicationId", context.servicePrincipal().text("appId"));
        details.put("ServicePrincipalId", context.servicePrincipal().id());
        details.put("ServicePrincipalDisplayName", context.servicePrincipal().text("displayName"));
        return details;
    }
}
