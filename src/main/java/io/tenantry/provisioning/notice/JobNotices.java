package io.tenantry.provisioning.notice;

import io.tenantry.format.Ids;
import io.tenantry.format.Json;
import io.tenantry.mail.Mail;
import io.tenantry.mail.Mail.Kind;
import io.tenantry.mail.Outbox;
import io.tenantry.provisioning.job.JobSettings;
import io.tenantry.provisioning.job.SyncJob;
import io.tenantry.provisioning.status.Quarantine;
import io.tenantry.provisioning.status.QuarantineReason;
import io.tenantry.store.Session;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tells the recipients in the settings of a job, where they are to be told (insights-and-feeds.md §13): once when a quarantine begins, once
 * more when its reason changes, once when objects begin to fail. The service's own words are not published.
 */
public final class JobNotices {
    private final Outbox outbox;

    public JobNotices(Outbox outbox) {
        this.outbox = outbox;
    }

    /** A job at the end of a cycle. */
    public record Subject(Session source, SyncJob job, Instant now) {}

    /** @param failing objects that cannot be provisioned now */
    public void failures(Subject about, long failing) {
        tell(
                about,
                Kind.FAILURE,
                "Provisioning failures",
                "Objects that could not be provisioned: %d. They are tried again; the provisioning log says what was wrong with each."
                        .formatted(failing));
    }

    /** @param staged deletions that are held back */
    public void quarantine(Subject about, Quarantine imposed, long staged) {
        boolean deletions = imposed.reason().equals(QuarantineReason.TOO_MANY_DELETES.wireName());
        String error = imposed.error().path("message").asText();
        if (deletions) {
            tell(
                    about,
                    Kind.DELETIONS,
                    "Deletions are held back",
                    ("A cycle would have deleted %d objects, more than the threshold of %s. None of them was deleted. Allow the"
                                    + " deletions, or bring the objects back into scope and restart the job.")
                            .formatted(staged, threshold(about)));
        } else {
            tell(
                    about,
                    Kind.QUARANTINE,
                    "Provisioning is in quarantine",
                    "Reason: %s\n%s\nNext attempt: %s"
                            .formatted(imposed.reason(), error, Json.instant(imposed.nextAttempt())));
        }
    }

    private static String threshold(Subject about) {
        return settings(about).deleteThreshold().stream()
                .mapToObj(Integer::toString)
                .findFirst()
                .orElse("none");
    }

    private static JobSettings settings(Subject about) {
        return JobSettings.of(about.source, about.job.servicePrincipal());
    }

    private void tell(Subject about, Kind kind, String what, String text) {
        JobSettings settings = settings(about);
        List<String> to = settings.recipients();
        if (to.isEmpty()) {
            return;
        }
        String application = about.source
                .find("servicePrincipal", about.job.servicePrincipal())
                .map(principal -> principal.text("displayName"))
                .orElse("");
        String tenant = about.source.tenant().displayName();
        String body = String.join(
                "\n",
                text,
                "",
                "Source tenant: " + tenant + " (" + about.source.tenant().id() + ")",
                "Target tenant: " + settings.companyId().orElse(""),
                "Application: " + application,
                "Job: " + about.job.jobId(),
                "Time: " + Json.instant(about.now),
                "",
                "https://graph.microsoft.com/v1.0/servicePrincipals/" + about.job.servicePrincipal()
                        + "/synchronization/jobs/" + about.job.jobId());
        String subject = "%s: %s of %s".formatted(what, application, tenant);
        outbox.add(
                about.source,
                new Mail(Ids.random(), about.now, kind, to, subject, body, Optional.of(about.job.jobId())));
    }
}
