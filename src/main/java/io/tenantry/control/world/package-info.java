/** The world of the server: its scenario, tenants and what they have open to each other, its clock, and snapshots of all of it. */
package io.tenantry.control.world;
