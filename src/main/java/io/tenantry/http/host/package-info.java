/** The host that a request names: which are this server's, which can lead nowhere else, and what the client called. */
package io.tenantry.http.host;
