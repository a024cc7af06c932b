package io.tenantry.audit;

import io.tenantry.store.Session;
import java.util.Optional;

/** The newest entries of the provisioning log. */
public final class LastEntries {
    private LastEntries() {}

    /** Id of the newest entry of a job about an object of the source. */
    public static Optional<String> of(Session session, String jobId, String sourceId) {
        return session
                .query(
                        "select id from provisioning_log where tenant = {tenant} and source_identity_id = ? and job_id = ?"
                                + " order by activity_date_time desc, id desc limit 1",
                        row -> row.getString(1),
                        sourceId,
                        jobId)
                .stream()
                .findFirst();
    }
}
