/** The pages of one job: how it is and what can be done about it, its runs, who is in its scope. */
package io.tenantry.console.job;
