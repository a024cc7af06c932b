/** OData as Graph speaks it: the Edm, the query language, and its translation to SQL. */
package io.tenantry.odata;
