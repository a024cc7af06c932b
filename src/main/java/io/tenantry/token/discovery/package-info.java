/** Documents that clients find the token service by: configuration, keys, instances, user realms. */
package io.tenantry.token.discovery;
