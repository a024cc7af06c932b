/** Jobs: how they are, their runs, links and held-back deletions, what is done about them, and what a plan of them would do. */
package io.tenantry.control.job;
