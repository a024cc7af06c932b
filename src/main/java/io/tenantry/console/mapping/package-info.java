/** The editor of a job's mappings: a draft of its schema, tried on somebody, planned, and saved. */
package io.tenantry.console.mapping;
