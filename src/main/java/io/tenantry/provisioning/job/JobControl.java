package io.tenantry.provisioning.job;

import io.tenantry.provisioning.link.Escrows;
import io.tenantry.provisioning.link.LinkState;
import io.tenantry.provisioning.link.ObjectLinks;
import io.tenantry.provisioning.status.JobDocument;
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
        Entity job = JobDocument.created(servicePrincipal, jobId, JobSchema.TEMPLATE);
        session.insert(job);
        return job;
    }

    /** Goes on where the job was; a quarantine is cleared. A job that runs already is left alone. */
    public static void start(Session session, Entity document, Instant now) {
        SyncJob job = lock(session, document);
        JobDocument shown = shown(session, document);
        JobStatus status = shown.status();
        if (!(status instanceof JobStatus.Scheduled) || status.quarantine().isPresent()) {
            shown.enter(status.start(shown.everCompleted()));
            session.update(shown.entity());
            SyncJobs.save(session, job.due(now));
        }
    }

    /** All progress is kept; a cycle under way comes to its end. */
    public static void pause(Session session, Entity document) {
        SyncJob job = lock(session, document);
        JobDocument shown = shown(session, document);
        shown.enter(shown.status().pause());
        session.update(shown.entity());
        SyncJobs.save(session, job.unscheduled());
    }

    /** Forgets what the scopes name, and runs (provisioning-engine.md §1.8). */
    public static void restart(Session session, Entity document, Set<RestartScope> scopes, Instant now) {
        SyncJob job = lock(session, document).due(now);
        if (scopes.contains(RestartScope.ESCROWS)) {
            new Escrows(session, job.number()).clear();
        }
        if (scopes.contains(RestartScope.CONNECTOR_DATA_STORE)) {
            // everyone is matched afresh, and who is linked is counted anew
            ObjectLinks links = new ObjectLinks(session, job.number());
            links.clear();
            job = job.withEntries(links.count(LinkState.STAGED)).afresh();
        }
        if (scopes.contains(RestartScope.WATERMARK)) {
            job = job.afresh();
        }
        if (scopes.contains(RestartScope.FORCE_DELETES)) {
            job = job.force();
        }
        JobDocument shown = shown(session, document);
        goOn(shown, scopes.contains(RestartScope.QUARANTINE_STATE));
        session.update(shown.entity());
        SyncJobs.save(session, job);
    }

    private static void goOn(JobDocument shown, boolean lifting) {
        JobStatus status = shown.status();
        boolean succeeded = shown.everCompleted();
        shown.enter(lifting ? status.start(succeeded) : status.resume(succeeded));
    }

    /**
     * Forgets that two objects belong together, whichever of them an id names; what is not linked stays so. The job must not run.
     *
     * @return false where cycles of the job begin or are under way
     */
    public static boolean disconnect(Session session, Entity document, String id) {
        SyncJob job = lock(session, document);
        if (shown(session, document).status() instanceof JobStatus.Scheduled
                || job.cycle().isPresent()) {
            return false;
        }
        ObjectLinks links = new ObjectLinks(session, job.number());
        links.find(id).ifPresent(link -> {
            links.forget(link);
            SyncJobs.save(session, job.withEntries(job.entries() - 1));
        });
        return true;
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

    /** As it is behind the lock: a cycle may have written it since the caller read it. */
    private static JobDocument shown(Session session, Entity document) {
        return new JobDocument(session.findChild(JobDocument.TYPE, document.parent(), document.id())
                .orElseThrow());
    }

    private static SyncJob lock(Session session, Entity document) {
        return SyncJobs.lock(session, document.id())
                .orElseThrow(() -> new IllegalStateException("no engine row of job " + document.id()));
    }
}
