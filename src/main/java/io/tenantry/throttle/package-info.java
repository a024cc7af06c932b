/** The limits of the identity and access service, per application and tenant, where they are switched on (odata-protocol.md §15). */
package io.tenantry.throttle;
