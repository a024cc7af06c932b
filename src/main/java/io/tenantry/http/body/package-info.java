/** Bodies of requests: read within bounds of each and of all together, decoded, and forms in them. */
package io.tenantry.http.body;
