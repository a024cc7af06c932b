/** OpenAPI documents of what is served, made from the Edm, the registry and the permission table. */
package io.tenantry.openapi;
