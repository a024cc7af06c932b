package io.tenantry.provisioning.cycle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.audit.Actor;
import io.tenantry.audit.AuditEvent;
import io.tenantry.audit.AuditLog;
import io.tenantry.provisioning.notice.JobNotices;
import io.tenantry.provisioning.notice.JobNotices.Subject;
import io.tenantry.provisioning.status.JobDocument;
import io.tenantry.provisioning.status.JobStatus;
import io.tenantry.provisioning.status.QuarantineReason;
import java.time.Duration;
import java.util.List;

/** Puts a job into quarantine, or leaves it there. Who reads the audit log or mails learns of it when it begins and of each new reason. */
final class Imposition {
    private final Subject subject;
    private final JobDocument document;
    private final Duration giveUp;
    private final JobNotices notices;

    Imposition(Subject subject, JobDocument document, Duration giveUp, JobNotices notices) {
        this.subject = subject;
        this.document = document;
        this.giveUp = giveUp;
        this.notices = notices;
    }

    /** @param staged deletions that are held back */
    void impose(QuarantineReason reason, ObjectNode error, long staged) {
        JobStatus.Cycling before = document.cycling();
        JobStatus next = before.quarantine(reason, error, subject.now(), giveUp);
        document.enter(next);
        boolean known = before.quarantine()
                .filter(imposed -> imposed.reason().equals(reason.wireName()))
                .isPresent();
        if (!known) {
            audit(reason, error.get("message").asText());
            notices.quarantine(subject, next.quarantine().orElseThrow(), staged);
        }
    }

    /** Workbooks read the reason where the entry says why (insights-and-feeds.md §2). */
    private void audit(QuarantineReason reason, String message) {
        AuditEvent event = AuditEvent.ofProvisioning("Quarantine")
                .because(reason.wireName() + ": " + message)
                .target("ServicePrincipal", subject.job().servicePrincipal(), application(), null)
                .detail("Details", message)
                .detail("ErrorCode", reason.wireName())
                .detail("EventName", "Quarantine")
                .detail("ipaddr", "");
        AuditLog.record(subject.source(), subject.now(), Actor.CLOUD_SYNC, List.of(event));
    }

    private String application() {
        return subject.source()
                .find("servicePrincipal", subject.job().servicePrincipal())
                .map(principal -> principal.text("displayName"))
                .orElse(null);
    }
}
