/** Provisions one user at once, by the same rules as a cycle. */
package io.tenantry.provisioning.ondemand;
