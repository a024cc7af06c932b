/** Query options: read from the URL, checked against the type, and what a page of entities is. */
package io.tenantry.odata.query;
