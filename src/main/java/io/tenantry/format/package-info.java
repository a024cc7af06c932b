/** How JSON and ids are written, everywhere. */
package io.tenantry.format;
