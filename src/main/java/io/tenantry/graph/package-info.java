/** The HTTP face of Microsoft Graph: one route for every request under {@code /v1.0} and {@code /beta}. */
package io.tenantry.graph;
