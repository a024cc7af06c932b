/** The world of the server: loaded from a scenario into the store, set back to it, exchanged for another. */
package io.tenantry.scenario;
