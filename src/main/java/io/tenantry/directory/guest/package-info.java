/** Invitations, and whether a guest may come (directory.md §5, §6). */
package io.tenantry.directory.guest;
