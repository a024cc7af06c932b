/** What the Graph pipeline and the families of resources share. */
package io.tenantry.resource;
