/** Faults that somebody ordered: calls that answer an error, take long, or lose their connection, by rules. */
package io.tenantry.fault;
