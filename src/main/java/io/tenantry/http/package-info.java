/**
 * What all faces of the server share over HTTP: the host that a request names, paths that nobody serves, the form of our own errors; how
 * long a connection may keep others waiting, and how much of bodies is kept at a time.
 */
package io.tenantry.http;
