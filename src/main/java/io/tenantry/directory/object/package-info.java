/** What directory objects of any type share: their errors, required members, hidden properties, keys, uniqueness, extensions and audit entries. */
package io.tenantry.directory.object;
