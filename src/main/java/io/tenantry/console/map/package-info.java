/** The map: tenants, the relations between them, and the jobs that run along them. */
package io.tenantry.console.map;
