/** The journal of requests, one request whole, and faults that are injected. */
package io.tenantry.console.request;
