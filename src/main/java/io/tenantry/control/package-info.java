/** {@code /_tenantry}: what a test or a person needs besides Graph: reset, scenario, tenants, tokens, clock, cycles, snapshots. */
package io.tenantry.control;
