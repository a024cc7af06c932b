package io.tenantry.provisioning.job;

import io.tenantry.provisioning.DirectoryNames;
import io.tenantry.store.Tenant;
import java.util.function.LongSupplier;

/**
 * What stays the same for all objects of a run.
 *
 * @param watch nanoseconds, to tell how long an object took
 */
public record JobContext(
        Tenant source,
        Tenant target,
        JobApplication application,
        SyncJob job,
        JobRules rules,
        DirectoryNames names,
        LongSupplier watch) {}
