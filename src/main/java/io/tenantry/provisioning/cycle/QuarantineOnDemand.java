package io.tenantry.provisioning.cycle;

import io.tenantry.error.GraphError;
import io.tenantry.mail.Outbox;
import io.tenantry.provisioning.ProvisioningConfig;
import io.tenantry.provisioning.job.SyncJob;
import io.tenantry.provisioning.job.SyncJobs;
import io.tenantry.provisioning.notice.JobNotices;
import io.tenantry.provisioning.notice.JobNotices.Subject;
import io.tenantry.provisioning.status.JobDocument;
import io.tenantry.provisioning.status.JobStatus;
import io.tenantry.provisioning.status.Quarantine;
import io.tenantry.provisioning.status.QuarantineReason;
import io.tenantry.provisioning.status.TaskExecution;
import io.tenantry.store.Session;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.time.VirtualClock;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Puts a job into quarantine though none of its cycles asked for it, as the operators of the service may (provisioning-engine.md §1.7). The
 * next cycle that goes well lifts it.
 */
@ApplicationScoped
public class QuarantineOnDemand {
    private final Store store;
    private final VirtualClock clock;
    private final ProvisioningConfig config;
    private final JobNotices notices;

    public QuarantineOnDemand(Store store, VirtualClock clock, ProvisioningConfig config, Outbox outbox) {
        this.store = store;
        this.clock = clock;
        this.config = config;
        this.notices = new JobNotices(outbox);
    }

    /** Throws {@link GraphError}: 404 where the tenant has no such job, 409 where it is not started. */
    public void impose(Tenant tenant, String jobId, QuarantineReason reason) {
        store.write(tenant, session -> {
            impose(session, jobId, reason);
            return null;
        });
    }

    private void impose(Session source, String jobId, QuarantineReason reason) {
        SyncJob job = SyncJobs.lock(source, jobId).orElseThrow(() -> GraphError.notFound(jobId));
        JobDocument document = source.findChild(JobDocument.TYPE, job.servicePrincipal(), jobId)
                .map(JobDocument::new)
                .orElseThrow(() -> GraphError.notFound(jobId));
        if (!(document.status() instanceof JobStatus.Scheduled)) {
            throw GraphError.of(409, "Request_BadRequest", "The job '" + jobId + "' is not started.");
        }
        Subject subject = new Subject(source, job, clock.now());
        new Imposition(subject, document, config.giveUp(), notices)
                .impose(reason, TaskExecution.error(reason.wireName(), reason.message(), false), 0);
        source.update(document.entity());
        SyncJobs.save(
                source,
                document.status()
                        .quarantine()
                        .filter(imposed -> document.status() instanceof JobStatus.Scheduled)
                        .map(Quarantine::nextAttempt)
                        .map(job::due)
                        .orElseGet(job::unscheduled));
    }
}
