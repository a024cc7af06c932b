/** Users: creation, update, actions, passwords, identities, phone methods and licences (directory.md §3, §4). */
package io.tenantry.directory.user;
