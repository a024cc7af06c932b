/** The directory audit log and the provisioning log of a tenant. */
package io.tenantry.audit;
