/** The tenant itself and its domains (directory.md §12). */
package io.tenantry.directory.organization;
