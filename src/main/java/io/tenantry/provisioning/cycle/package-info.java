/** Runs of a job: cycles in batches with a checkpoint, what is done to each object, on-demand provisioning, the schedule. */
package io.tenantry.provisioning.cycle;
