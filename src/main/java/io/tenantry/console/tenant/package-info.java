/** The tenants, and one of them: its people, groups and applications, its jobs, and what it has open towards others. */
package io.tenantry.console.tenant;
