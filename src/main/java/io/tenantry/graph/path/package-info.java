/** Paths of Graph: segments read against the Edm. */
package io.tenantry.graph.path;
