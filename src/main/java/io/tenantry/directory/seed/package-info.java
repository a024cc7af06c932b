/** What a tenant has from the start: built-in objects and those of a scenario. */
package io.tenantry.directory.seed;
