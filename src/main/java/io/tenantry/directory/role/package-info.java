/** Directory roles: who holds which, and what only those who hold one may write (directory.md §13, §20). */
package io.tenantry.directory.role;
