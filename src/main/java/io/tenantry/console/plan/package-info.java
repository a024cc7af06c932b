/** What the next cycle of a job would do, as things stand or with what is proposed. */
package io.tenantry.console.plan;
