/** One cycle of one job: its phases, batch by batch, with a checkpoint in each transaction. */
package io.tenantry.provisioning.cycle;
