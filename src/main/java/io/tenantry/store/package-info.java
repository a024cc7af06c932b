/** Databases, tenant-bound sessions, entities and relations, change sequence, write lane, migrations, snapshots. */
package io.tenantry.store;
