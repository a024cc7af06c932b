/** Carries out what was decided: objects of the target, links and failures, the provisioning log and the audit logs of both tenants. */
package io.tenantry.provisioning.export;
