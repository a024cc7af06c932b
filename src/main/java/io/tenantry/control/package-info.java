/**
 * {@code /_tenantry}: what a test or a person needs besides Graph: reset, scenario, tenants, tokens, clock, cycles, snapshots. Here stands
 * how it is asked: its guard and key, bodies, errors.
 */
package io.tenantry.control;
