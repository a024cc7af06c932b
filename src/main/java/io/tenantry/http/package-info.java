/**
 * What all faces of the server share over HTTP; each of its rooms stands below. Here stand its settings, who may use what, and how this
 * server calls itself.
 */
package io.tenantry.http;
