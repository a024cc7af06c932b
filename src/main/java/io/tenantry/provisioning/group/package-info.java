/** One group of a page: what is read of it, whether it is to be sent, what it is to become, and what is therefore to be done. */
package io.tenantry.provisioning.group;
