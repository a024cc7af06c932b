/** Scenario files: read, checked whole, loaded into the store, generated; reset to them. */
package io.tenantry.scenario;
