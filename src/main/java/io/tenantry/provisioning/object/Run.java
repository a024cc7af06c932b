package io.tenantry.provisioning.object;

import io.tenantry.provisioning.job.JobContext;
import java.time.Instant;

/** Which run looks at the users of a page: of which job and cycle, how, and when. */
public record Run(JobContext context, String cycleId, Mode mode, Instant now) {}
