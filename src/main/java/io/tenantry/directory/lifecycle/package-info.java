/** Creation, change and end of any directory object, and what hangs on it (directory.md §9). */
package io.tenantry.directory.lifecycle;
