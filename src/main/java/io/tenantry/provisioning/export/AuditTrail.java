package io.tenantry.provisioning.export;

import io.tenantry.audit.AuditEvent;
import io.tenantry.format.Json;
import io.tenantry.format.PascalCase;
import io.tenantry.provisioning.mapping.ModifiedProperty;
import io.tenantry.provisioning.user.Outcome;
import io.tenantry.provisioning.user.Subject;
import io.tenantry.store.Entity;
import java.util.List;

/** What a change leaves in the audit logs of both tenants (provisioning-engine.md §9, synchronization-api.md §12). */
public final class AuditTrail {
    private final BatchWrites writes;
    private final Entity servicePrincipal;

    public AuditTrail(BatchWrites writes, Entity servicePrincipal) {
        this.writes = writes;
        this.servicePrincipal = servicePrincipal;
    }

    /** The three steps of an export as the source sees them. */
    void exported(String changeId, Subject subject, String targetId, EntryTexts texts, String rule, String done) {
        decided(changeId, subject, targetId, texts, rule);
        source(changeId, "Export", "EntryExport" + rule, texts.done(done), subject, targetId, "None");
    }

    /** The same steps, of which the last one failed. */
    void failed(String changeId, Subject subject, EntryTexts texts, Outcome.Fail fail) {
        String rule = rule(fail);
        decided(changeId, subject, "", texts, rule);
        String text = texts.failed(fail.creating() ? "create" : "update");
        source(changeId, "Export", "EntryExport" + rule, text, subject, "", code(fail))
                .failed(text);
    }

    /** A failure that is kept, to be tried again (field-findings.md §5). */
    void escrowed(String changeId, Subject subject, EntryTexts texts, Outcome.Fail fail) {
        String text = texts.failed(fail.creating() ? "create" : "update") + ". Error: "
                + fail.failure().reason();
        source(changeId, "Process escrow", "EntryEscrow" + rule(fail), text, subject, "", code(fail))
                .failed(text);
    }

    private static String rule(Outcome.Fail fail) {
        return fail.creating() ? "Add" : "Update";
    }

    private static String code(Outcome.Fail fail) {
        return fail.failure().code();
    }

    /** What was read, and what is to be done with it. */
    private void decided(String changeId, Subject subject, String targetId, EntryTexts texts, String rule) {
        source(changeId, "Import", "EntryImport" + rule, texts.received(rule), subject, targetId, "None");
        String plan =
                switch (rule) {
                    case "Add" -> texts.willBeCreated();
                    case "Delete" -> texts.willBeDeleted();
                    default -> texts.willBeUpdated();
                };
        source(changeId, "Synchronization rule action", "EntrySynchronization" + rule, plan, subject, targetId, "None");
    }

    private AuditEvent source(
            String changeId,
            String activity,
            String event,
            String text,
            Subject subject,
            String targetId,
            String error) {
        AuditEvent audit = AuditEvent.of(activity, "ProvisioningManagement", "")
                .by("Account Provisioning")
                .idPrefix("Sync")
                .correlated(changeId)
                .because(text)
                .target("ServicePrincipal", servicePrincipal.id(), servicePrincipal.text("displayName"), null)
                .target("User", "", subject.name(), null)
                .detail("Details", "")
                .detail("ErrorCode", error)
                .detail("EventName", event)
                .detail("ipaddr", "")
                .detail("JoiningProperty", "")
                .detail("SourceAnchor", subject.id)
                .detail("TargetAnchor", targetId);
        writes.sourceAudits().add(audit);
        return audit;
    }

    void created(String changeId, Entity user) {
        target(changeId, "Invite external user", "Add", user).by("Invited Users");
        target(changeId, "Add user", "Add", user);
    }

    void updated(String changeId, Entity user, List<ModifiedProperty> modified) {
        for (ModifiedProperty each : modified) {
            if (each.name().equals("accountEnabled")) {
                target(changeId, each.newValue().equals("True") ? "Enable account" : "Disable account", "Update", user);
            }
        }
        AuditEvent event = target(changeId, "Update user", "Update", user);
        for (ModifiedProperty each : modified) {
            event.modified(PascalCase.of(each.name()), list(each.oldValue()), list(each.newValue()));
        }
        String names = String.join(
                ", ", modified.stream().map(each -> PascalCase.of(each.name())).toList());
        event.modified("Included Updated Properties", null, Json.quoted(names));
        event.modified("TargetId.UserType", null, Json.quoted(user.text("userType")));
    }

    void deleted(String changeId, Entity user) {
        target(changeId, "Delete user", "Delete", user);
    }

    void restored(String changeId, Entity user) {
        target(changeId, "Restore user", "Update", user);
    }

    public void managerSet(String changeId, Entity user) {
        target(changeId, "Set user manager", "Update", user);
    }

    private AuditEvent target(String changeId, String activity, String operation, Entity user) {
        AuditEvent event = AuditEvent.of(activity, "UserManagement", operation)
                .correlated(changeId)
                .target(user);
        writes.targetAudits().add(event);
        return event;
    }

    private static String list(String value) {
        return value == null ? "[]" : Json.write(Json.array(List.of(value)));
    }
}
