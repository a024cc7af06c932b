/** The Entra token service: each of its rooms in a package of its own. */
package io.tenantry.token;
