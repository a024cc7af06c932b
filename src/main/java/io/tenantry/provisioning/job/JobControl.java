package io.tenantry.provisioning.job;

import io.tenantry.provisioning.link.Escrows;
import io.tenantry.provisioning.link.ObjectLinks;
import io.tenantry.provisioning.status.JobStatus;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.time.Instant;
import java.util.Set;

/** What is done to a job from outside: its life between creation and deletion. The engine's row is locked before anything is written. */
public final class JobControl {
    private JobControl() {}

    public static Entity create(Session session, String servicePrincipal, String jobId) {
        SyncJobs.create(session, jobId, servicePrincipal);
        Entity job = JobStatus.created(servicePrincipal, jobId, JobSchema.TEMPLATE);
        session.insert(job);
        return job;
    }

    /** Goes on where the job was; a quarantine is cleared. A job that runs already is left alone. */
    public static void start(Session session, Entity document, Instant now) {
        SyncJob job = lock(session, document);
        JobStatus status = new JobStatus(document);
        if (!status.scheduled() || status.quarantined()) {
            status.start();
            session.update(document);
            SyncJobs.save(session, job.due(now));
        }
    }

    /** All progress is kept; a cycle under way comes to its end. */
    public static void pause(Session session, Entity document) {
        SyncJob job = lock(session, document);
        new JobStatus(document).pause();
        session.update(document);
        SyncJobs.save(session, job.unscheduled());
    }

    /** Forgets what the scopes name, and runs (provisioning-engine.md §1.8). */
    public static void restart(Session session, Entity document, Set<RestartScope> scopes, Instant now) {
        SyncJob job = lock(session, document).due(now);
        JobStatus status = new JobStatus(document);
        if (scopes.contains(RestartScope.ESCROWS)) {
            new Escrows(session, job.number()).clear();
        }
        if (scopes.contains(RestartScope.CONNECTOR_DATA_STORE)) {
            new ObjectLinks(session, job.number()).clear();
            job = job.withoutLinks();
        }
        if (scopes.contains(RestartScope.WATERMARK)) {
            job = job.afresh();
        }
        if (scopes.contains(RestartScope.FORCE_DELETES)) {
            job = job.force();
        }
        if (scopes.contains(RestartScope.QUARANTINE_STATE)) {
            status.start();
        } else {
            status.resume();
        }
        session.update(document);
        SyncJobs.save(session, job);
    }

    /** Another schema: the next cycle is an initial one (provisioning-engine.md §1.5). */
    public static void schemaChanged(Session session, Entity document, Instant now) {
        SyncJob job = lock(session, document);
        boolean interrupted = job.cycle().isPresent() && job.nextRun().isPresent();
        SyncJobs.save(session, interrupted ? job.afresh().due(now) : job.afresh());
    }

    /** What was provisioned stays as it is. */
    public static void delete(Session session, Entity document) {
        SyncJobs.delete(session, lock(session, document));
        session.findChild(JobSchema.TYPE, document.id(), document.id()).ifPresent(session::remove);
        session.remove(document);
    }

    private static SyncJob lock(Session session, Entity document) {
        return SyncJobs.lock(session, document.id())
                .orElseThrow(() -> new IllegalStateException("no engine row of job " + document.id()));
    }
}
