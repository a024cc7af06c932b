/** The console, driven in a real browser through the packaged server. */
package io.tenantry.packaged.console;
