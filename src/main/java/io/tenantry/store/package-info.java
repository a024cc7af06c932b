/** Databases, tenant-bound sessions, entities and relations, change sequence, write lane, limits of reads, migrations, snapshots. */
package io.tenantry.store;
