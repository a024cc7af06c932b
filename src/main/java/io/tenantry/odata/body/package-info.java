/** Request bodies: read, checked against the Edm, brought to the Edm's spelling. */
package io.tenantry.odata.body;
