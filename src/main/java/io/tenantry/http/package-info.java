/** What all faces of the server share over HTTP: the host that a request names, paths that nobody serves, and the form of our own errors. */
package io.tenantry.http;
