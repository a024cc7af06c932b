/** Which table holds which type, what its key columns are, and how values and texts are folded into them. */
package io.tenantry.store.key;
