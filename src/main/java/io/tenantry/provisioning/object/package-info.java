/** One object of a page, whatever its type: what is read of it, how a run looks at it, and what is therefore to be done. */
package io.tenantry.provisioning.object;
