/** The virtual clock: the one place that reads the system clock. */
package io.tenantry.time;
