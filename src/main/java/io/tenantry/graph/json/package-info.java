/** Responses: entities and collections as JSON with the annotations of the metadata level. */
package io.tenantry.graph.json;
