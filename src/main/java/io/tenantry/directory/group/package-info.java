/** Groups, their members and owners, addresses and rules (directory.md §7). */
package io.tenantry.directory.group;
