/** What a world is made of: seeds of tenants, and what has to rest while it is exchanged. */
package io.tenantry.world;
