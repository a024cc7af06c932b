/** TLS under a local authority, and a proxy that ends it for the names of Microsoft's services, so that clients need no change. */
package io.tenantry.intercept;
