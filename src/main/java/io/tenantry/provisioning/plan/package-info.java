/** What the next cycle would do, by the same passes and decisions, with nothing written; and why it does so to one user. */
package io.tenantry.provisioning.plan;
