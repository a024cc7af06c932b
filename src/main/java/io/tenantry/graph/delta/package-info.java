/** Delta queries over directory objects: a first round through all, then what the change sequence says. */
package io.tenantry.graph.delta;
