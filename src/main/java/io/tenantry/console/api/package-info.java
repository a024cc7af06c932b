/** Calls of the console to this server's own API, by HTTP like anybody's, and how they read as scripts. */
package io.tenantry.console.api;
