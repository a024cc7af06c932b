package io.tenantry.control.job;

import io.tenantry.control.ControlError;
import io.tenantry.provisioning.job.SyncJob;
import io.tenantry.provisioning.job.SyncJobs;
import io.tenantry.store.Session;

/** The job that a path names. */
final class JobPath {
    private JobPath() {}

    static SyncJob of(Session session, String job) {
        return SyncJobs.find(session, job).orElseThrow(() -> unknown(job));
    }

    static ControlError unknown(String job) {
        return new ControlError(404, "job", "there is no job '" + job + "' in this tenant");
    }
}
