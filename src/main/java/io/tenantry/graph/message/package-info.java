/** Requests to Graph and their answers, as values: what a client calls and prefers, and the form of errors. */
package io.tenantry.graph.message;
