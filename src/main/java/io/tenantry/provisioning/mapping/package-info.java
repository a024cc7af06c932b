/** What flows from a source object into its target: the attribute mappings of a schema, compiled once per job. */
package io.tenantry.provisioning.mapping;
