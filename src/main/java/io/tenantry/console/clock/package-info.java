/** The clock bar of every page, and snapshots. */
package io.tenantry.console.clock;
