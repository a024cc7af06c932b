/** References between directory objects, added and taken away on behalf of a caller. */
package io.tenantry.directory.reference;
