/** Deleted items and their restoration; the set of all directory objects (directory.md §9, §10). */
package io.tenantry.directory.deleted;
