package io.tenantry.provisioning.export;

import io.tenantry.audit.AuditEvent;
import io.tenantry.directory.group.MembershipAudit;
import io.tenantry.format.Json;
import io.tenantry.format.PascalCase;
import io.tenantry.provisioning.group.MemberChange;
import io.tenantry.provisioning.job.JobApplication;
import io.tenantry.provisioning.link.ObjectType;
import io.tenantry.provisioning.mapping.ModifiedProperty;
import io.tenantry.provisioning.object.Outcome;
import io.tenantry.store.Entity;
import java.util.List;

/** What a change leaves in the audit logs of both tenants (provisioning-engine.md §9, synchronization-api.md §12). */
final class AuditTrail {
    private final BatchWrites writes;
    private final JobApplication application;

    AuditTrail(BatchWrites writes, JobApplication application) {
        this.writes = writes;
        this.application = application;
    }

    /** The three steps of an export as the source sees them. */
    void exported(ObjectChange change, String targetId, List<ModifiedProperty> modified, String rule, String done) {
        decided(change, targetId, rule);
        Step export = new Step("Export", "EntryExport" + rule, change.texts().done(done));
        source(change, export, modified, targetId);
    }

    /** The same steps, of which the last one failed. */
    void failed(ObjectChange change, Outcome.Fail fail) {
        String rule = rule(fail);
        decided(change, "", rule);
        String text = change.texts().failed(verb(fail));
        failed(change, new Step("Export", "EntryExport" + rule, text), code(fail));
    }

    /** A failure that is kept, to be tried again (field-findings.md §5). */
    void escrowed(ObjectChange change, Outcome.Fail fail) {
        String text =
                change.texts().failed(verb(fail)) + ". Error: " + fail.failure().reason();
        failed(change, new Step("Process escrow", "EntryEscrow" + rule(fail), text), code(fail));
    }

    private static String rule(Outcome.Fail fail) {
        return fail.creating() ? "Add" : "Update";
    }

    private static String verb(Outcome.Fail fail) {
        return fail.creating() ? "create" : "update";
    }

    private static String code(Outcome.Fail fail) {
        return fail.failure().code();
    }

    /** What was read, and what is to be done with it. */
    private void decided(ObjectChange change, String targetId, String rule) {
        EntryTexts texts = change.texts();
        String plan =
                switch (rule) {
                    case "Add" -> texts.willBeCreated();
                    case "Delete" -> texts.willBeDeleted();
                    default -> texts.willBeUpdated();
                };
        source(change, new Step("Import", "EntryImport" + rule, texts.received(rule)), targetId);
        Step decision = new Step("Synchronization rule action", "EntrySynchronization" + rule, plan);
        source(change, decision, targetId);
    }

    private record Step(String activity, String event, String text) {}

    private void source(ObjectChange change, Step step, String targetId) {
        source(change, step, List.of(), targetId);
    }

    private void source(ObjectChange change, Step step, List<ModifiedProperty> modified, String targetId) {
        writes.sourceAudits().add(() -> event(change, step, modified, targetId, "None"));
    }

    private void failed(ObjectChange change, Step step, String error) {
        writes.sourceAudits()
                .add(() -> event(change, step, List.of(), "", error).failed(step.text));
    }

    /** What changed is told at the application. */
    private AuditEvent event(
            ObjectChange change, Step step, List<ModifiedProperty> modified, String targetId, String error) {
        AuditEvent audit = AuditEvent.ofProvisioning(step.activity)
                .correlated(change.id())
                .because(step.text)
                .target("ServicePrincipal", application.id(), application.displayName(), null);
        for (ModifiedProperty each : modified) {
            ModifiedProperty logged = each.logged();
            audit.modified(logged.name(), quoted(logged.oldValue()), quoted(logged.newValue()));
        }
        return audit.target(change.read().type().wireName(), "", change.read().name(), null)
                .detail("Details", "")
                .detail("ErrorCode", error)
                .detail("EventName", step.event)
                .detail("ipaddr", "")
                .detail("JoiningProperty", "")
                .detail("SourceAnchor", change.read().id())
                .detail("TargetAnchor", targetId);
    }

    private static String quoted(String value) {
        return value == null ? null : Json.quoted(value);
    }

    void created(String changeId, Entity object) {
        if (object.type().equals("user")) {
            target(changeId, "Invite external user", "Add", object).by("Invited Users");
        }
        target(changeId, "Add " + object.type(), "Add", object);
    }

    void updated(String changeId, Entity object, List<ModifiedProperty> modified) {
        for (ModifiedProperty each : modified) {
            if (each.name().equals("accountEnabled")) {
                target(
                        changeId,
                        each.newValue().equals("True") ? "Enable account" : "Disable account",
                        "Update",
                        object);
            }
        }
        AuditEvent event = target(changeId, "Update " + object.type(), "Update", object);
        for (ModifiedProperty each : modified) {
            event.modified(PascalCase.of(each.name()), list(each.oldValue()), list(each.newValue()));
        }
        String names = String.join(
                ", ", modified.stream().map(each -> PascalCase.of(each.name())).toList());
        event.modified("Included Updated Properties", null, Json.quoted(names));
        if (object.type().equals("user")) {
            event.modified("TargetId.UserType", null, Json.quoted(object.text("userType")));
        }
    }

    void deleted(String changeId, Entity object) {
        target(changeId, "Delete " + object.type(), "Delete", object);
    }

    void restored(String changeId, Entity object) {
        target(changeId, "Restore " + object.type(), "Update", object);
    }

    void memberChanged(String changeId, MemberChange change) {
        writes.targetAudits()
                .add(MembershipAudit.event(change.group(), "member", change.member(), change.joins())
                        .correlated(changeId));
    }

    void managerSet(String changeId, Entity user) {
        target(changeId, "Set user manager", "Update", user);
    }

    private AuditEvent target(String changeId, String activity, String operation, Entity object) {
        AuditEvent event = AuditEvent.of(activity, ObjectType.of(object.type()).auditCategory(), operation)
                .correlated(changeId)
                .target(object);
        writes.targetAudits().add(event);
        return event;
    }

    private static String list(String value) {
        return value == null ? "[]" : Json.write(Json.array(List.of(value)));
    }
}
